import type { Check, NamedModule } from './check.ts';
import { badCondition } from './names/bad-condition.ts';
import { idTaken } from './names/id-taken.ts';
import { reservedName } from './names/reserved-name.ts';
import { unknownAside } from './names/unknown-aside.ts';
import { unknownChoice } from './names/unknown-choice.ts';
import { unknownClaim } from './names/unknown-claim.ts';
import { unknownGroup } from './names/unknown-group.ts';
import { unknownMeter } from './names/unknown-meter.ts';
import { unknownObjective } from './names/unknown-objective.ts';
import { unknownPerson } from './names/unknown-person.ts';
import { unknownPhrase } from './names/unknown-phrase.ts';
import { unknownScene } from './names/unknown-scene.ts';
import { unknownSetting } from './names/unknown-setting.ts';

/** Whether every name means something: run on any module file that is YAML. */
export const nameChecks: readonly Check<NamedModule>[] = [
	badCondition,
	idTaken,
	reservedName,
	unknownAside,
	unknownChoice,
	unknownClaim,
	unknownGroup,
	unknownMeter,
	unknownObjective,
	unknownPerson,
	unknownPhrase,
	unknownScene,
	unknownSetting
];

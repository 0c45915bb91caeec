import type {
	Check,
	CheckedShared,
	CompiledModule,
	NamedModule,
	ReviewedCourse,
	WalkedModule,
	WrittenModule
} from './check.ts';
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
import { reviewLapsed } from './reviews/review-lapsed.ts';
import { unknownReviewedModule } from './reviews/unknown-reviewed-module.ts';
import { flagWithoutNote } from './safety/flag-without-note.ts';
import { flagWithoutSkip } from './safety/flag-without-skip.ts';
import { scoredThoughSensitive } from './safety/scored-though-sensitive.ts';
import { noOutsideContact } from './settings/no-outside-contact.ts';
import { unknownModule } from './settings/unknown-module.ts';
import { activityAnswers } from './shape/activity-answers.ts';
import { circleWithoutDecision } from './shape/circle-without-decision.ts';
import { meterRange } from './shape/meter-range.ts';
import { noFallback } from './shape/no-fallback.ts';
import { offerNoMoment } from './shape/offer-no-moment.ts';
import { partOrder } from './shape/part-order.ts';
import { phraseNotOnce } from './shape/phrase-not-once.ts';
import { sceneShape } from './shape/scene-shape.ts';
import { skipAs } from './shape/skip-as.ts';
import { startNotAScene } from './shape/start-not-a-scene.ts';
import { activityTooLarge } from './size/activity-too-large.ts';
import { hashCollision } from './size/hash-collision.ts';
import { suspendDataTooLong } from './size/suspend-data-too-long.ts';
import { actingNeverBest } from './teaching/acting-never-best.ts';
import { askingAlwaysBest } from './teaching/asking-always-best.ts';
import { bestInOnePlace } from './teaching/best-in-one-place.ts';
import { bestIsLongest } from './teaching/best-is-longest.ts';
import { choiceCount } from './teaching/choice-count.ts';
import { endingCount } from './teaching/ending-count.ts';
import { noActivity } from './teaching/no-activity.ts';
import { noAside } from './teaching/no-aside.ts';
import { noOpenDecision } from './teaching/no-open-decision.ts';
import { objectiveNeverScored } from './teaching/objective-never-scored.ts';
import { partCount } from './teaching/part-count.ts';
import { sceneCount } from './teaching/scene-count.ts';
import { scoredWithoutClaim } from './teaching/scored-without-claim.ts';
import { badLink } from './text/bad-link.ts';
import { longChoice } from './text/long-choice.ts';
import { rawHtml } from './text/raw-html.ts';
import { readingLevel } from './text/reading-level.ts';
import { textLength } from './text/text-length.ts';
import { brokenScript } from './ways/broken-script.ts';
import { cannotFail } from './ways/cannot-fail.ts';
import { cannotRecover } from './ways/cannot-recover.ts';
import { choiceNeverOffered } from './ways/choice-never-offered.ts';
import { deadEnd } from './ways/dead-end.ts';
import { lateFirstDecision } from './ways/late-first-decision.ts';
import { needOutOfReach } from './ways/need-out-of-reach.ts';
import { nothingToChoose } from './ways/nothing-to-choose.ts';
import { textNeverShown } from './ways/text-never-shown.ts';
import { tooEntangled } from './ways/too-entangled.ts';
import { tooLongToRead } from './ways/too-long-to-read.ts';
import { unreachableScene } from './ways/unreachable-scene.ts';
import { wayLength } from './ways/way-length.ts';

/** Whether every name means something: run on any module file that is YAML. */
export const nameChecks: readonly Check<NamedModule>[] = [
	badCondition,
	badLink,
	idTaken,
	rawHtml,
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

/** Whether everything has the shape that compiling relies on: run on a file that fits the schema. */
export const shapeChecks: readonly Check<WrittenModule>[] = [
	activityAnswers,
	circleWithoutDecision,
	meterRange,
	noFallback,
	offerNoMoment,
	partOrder,
	phraseNotOnce,
	sceneShape,
	skipAs,
	startNotAScene
];

/** Whether a module is written as the writing guide asks: run on a file that fits the schema. */
export const writingChecks: readonly Check<WrittenModule>[] = [
	actingNeverBest,
	askingAlwaysBest,
	bestInOnePlace,
	bestIsLongest,
	choiceCount,
	endingCount,
	flagWithoutNote,
	flagWithoutSkip,
	longChoice,
	noActivity,
	noAside,
	noOpenDecision,
	objectiveNeverScored,
	partCount,
	readingLevel,
	sceneCount,
	scoredThoughSensitive,
	scoredWithoutClaim,
	textLength
];

/** Whether a module fits where it has to: run on a module that could be compiled. */
export const compiledChecks: readonly Check<CompiledModule>[] = [
	activityTooLarge,
	brokenScript,
	hashCollision,
	suspendDataTooLong
];

/** Whether all ways through a module are as they should be: run after all of them were walked. */
export const wayChecks: readonly Check<WalkedModule>[] = [
	cannotFail,
	cannotRecover,
	choiceNeverOffered,
	deadEnd,
	lateFirstDecision,
	needOutOfReach,
	nothingToChoose,
	textNeverShown,
	tooEntangled,
	tooLongToRead,
	unreachableScene,
	wayLength
];

/** Whether the reviews of a course are of what it is now. */
export const reviewChecks: readonly Check<ReviewedCourse>[] = [reviewLapsed, unknownReviewedModule];

/** Whether the settings that all courses share fit them. */
export const settingsChecks: readonly Check<CheckedShared>[] = [noOutsideContact, unknownModule];

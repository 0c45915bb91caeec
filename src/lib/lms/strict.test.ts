import { describe, expect, it } from 'vitest';
import { memoryLms, memoryLms2004 } from './memory-lms.ts';
import { moodleCommitBytes } from './moodle-commit.ts';
import { watchStrictly } from './strict-scorm12.ts';
import { watchStrictly2004, type Watch2004 } from './strict-scorm2004.ts';

type Set = [element: string, value: string];
const suspend: Set = ['cmi.exit', 'suspend'];
const format = /not in the format/;
const under: Set = ['cmi.completion_status', 'incomplete'];

/** What the strict checks of SCORM 2004 say of a launch that sets these and commits. */
function faultsOf(sets: Set[], options: { scored?: boolean; mode?: string; credit?: string } = {}): string[] {
	const { api, faults } = launched(options);
	for (const [element, value] of [...sets]) api.SetValue(element, value);
	api.Commit('');
	return faults;
}

function launched({ scored = true, mode = 'normal', credit = 'credit' } = {}): Watch2004 {
	const watch = watchStrictly2004(memoryLms2004({ 'cmi.credit': credit }, [], mode), { scored });
	watch.api.Initialize('');
	watch.api.GetValue('cmi.mode');
	watch.api.GetValue('cmi.credit');
	return watch;
}

describe('the strict checks of SCORM 2004', () => {
	it('find nothing wrong with a launch as it should be', () => {
		expect(
			faultsOf([
				suspend,
				['cmi.session_time', 'PT1H5M30.25S'],
				['cmi.objectives.0.id', 'ask_first'],
				...(['scaled', 'raw', 'min', 'max'] as const).map((name): Set => [`cmi.objectives.0.score.${name}`, '0.5']),
				['cmi.interactions.0.id', 'scene_1.a'],
				['cmi.interactions.0.type', 'matching'],
				['cmi.interactions.0.timestamp', '2026-11-22T10:00:00.00Z'],
				['cmi.interactions.0.learner_response', 'a[.]b[,]c[.]d'],
				['cmi.interactions.0.latency', 'PT0S'],
				...(['scaled', 'raw', 'min', 'max'] as const).map((name): Set => [`cmi.score.${name}`, '0.5']),
				['cmi.completion_status', 'completed'],
				['cmi.success_status', 'passed'],
				['adl.nav.request', 'suspendAll']
			])
		).toEqual([]);
	});

	it.each<[string, Set[], RegExp]>([
		['an exponent', [['cmi.progress_measure', '1e-7']], format],
		['eight decimals', [['cmi.progress_measure', '0.12345678']], format],
		['eleven digits', [['cmi.score.raw', '12345678901']], format],
		['progress over 1', [['cmi.progress_measure', '1.1']], format],
		['three decimals of a second', [['cmi.session_time', 'PT1.123S']], format],
		['a span without a part', [['cmi.session_time', 'PT']], format],
		['SCORM 1.2’s span of time', [['cmi.session_time', '0000:01:00.00']], format],
		['SCORM 1.2’s status', [['cmi.completion_status', 'passed']], format],
		['a score of success', [['cmi.success_status', 'completed']], format],
		['logout', [['cmi.exit', 'logout']], format],
		['_none_ for a request', [['adl.nav.request', '_none_']], format],
		['suspend data over 64,000', [['cmi.suspend_data', 'x'.repeat(64_001)]], format],
		['a place over 1,000', [['cmi.location', 'x'.repeat(1001)]], format],
		['an unknown element', [['cmi.core.exit', 'suspend']], /not an element/],
		['a hyphen in an id', [['cmi.objectives.0.id', 'ask-first']], format],
		['a URN as an id', [['cmi.interactions.0.id', 'urn:scene:1']], format],
		['a record that begins without its id', [['cmi.interactions.0.type', 'choice']], /id must come first \(408\)/],
		[
			'a response before its type',
			[
				['cmi.interactions.0.id', 'a'],
				['cmi.interactions.0.learner_response', 'b']
			],
			/type must come first \(408\)/
		],
		['a number left out', [['cmi.objectives.1.id', 'a']], /leaves out a number \(351\)/],
		[
			'an id twice',
			[
				['cmi.objectives.0.id', 'a'],
				['cmi.objectives.1.id', 'a']
			],
			/id used twice \(351\)/
		],
		['a scaled score alone', [['cmi.score.scaled', '0.5']], /without raw, min, max/],
		['a score without success', [['cmi.score.scaled', '0.5']], /without success_status/],
		['success without completion', [['cmi.success_status', 'passed']], /without completion_status/],
		[
			'completion taken back',
			[
				['cmi.completion_status', 'completed'],
				['cmi.completion_status', 'incomplete']
			],
			/takes back completed/
		],
		['another exit than suspend', [['cmi.exit', 'normal']], /exit is not suspend/],
		['a commit of 32 KiB', [['cmi.suspend_data', 'x'.repeat(33_000)]], /a commit of \d+ bytes/]
	])('find %s', (_what, sets, fault) => {
		const first = sets.some(([element]) => element === 'cmi.exit') ? [] : [suspend];
		expect(faultsOf([...first, ...sets]).join('\n')).toMatch(fault);
	});

	it.each<[string, string, Set[], Set[]]>([
		['timestamps', 'whole seconds with a zone', [], [['cmi.interactions.0.timestamp', '2026-11-22T10:00:00Z']]],
		['timestamps', 'thousandths', [], [['cmi.interactions.0.timestamp', '2026-11-22T10:00:00.123Z']]],
		['timestamps', 'a year after 2037', [], [['cmi.interactions.0.timestamp', '2039-01-01T10:00:00']]],
		['descriptions', 'a line break', [], [['cmi.interactions.0.description', 'two\nlines']]],
		[
			'responses',
			'a hyphen',
			[['cmi.interactions.0.type', 'choice']],
			[['cmi.interactions.0.learner_response', 'a-b']]
		],
		[
			'responses',
			'one twice',
			[['cmi.interactions.0.type', 'choice']],
			[['cmi.interactions.0.learner_response', 'a[,]a']]
		]
	])('refuse %s that have %s', (_kind, _what, before, sets) => {
		const type: Set = ['cmi.interactions.0.type', 'choice'];
		const faults = faultsOf([suspend, ['cmi.interactions.0.id', 'a'], ...(before.length ? before : [type]), ...sets]);
		expect(faults.join('\n')).toMatch(format);
	});

	it('find writes in review, earning without credit, a score nobody asked for, and calls after the end', () => {
		expect(faultsOf([suspend, under], { mode: 'review' }).join()).toMatch(/writes in review mode/);
		expect(faultsOf([['cmi.success_status', 'passed']], { credit: 'no-credit' }).join()).toMatch(
			/earns without credit/
		);
		expect(faultsOf([['cmi.score.raw', '1']], { scored: false }).join()).toMatch(/a score without a passing score/);
		const { api, faults } = launched();
		api.SetValue(...under);
		api.SetValue(...suspend);
		api.Terminate('');
		api.GetLastError();
		expect(faults).toEqual([]);
		api.Commit('');
		expect(faults.join()).toMatch(/called after Terminate/);
	});

	it('take what an LMS gave back for written, and look at its ids', () => {
		const stored = { 'cmi.exit': 'suspend', 'cmi.objectives.0.id': 'a', 'cmi.completion_status': 'completed' };
		const { api, faults } = watchStrictly2004(memoryLms2004(stored), { scored: true });
		api.Initialize('');
		api.GetValue('cmi.objectives._count');
		api.GetValue('cmi.objectives.0.id');
		api.GetValue('cmi.completion_status');
		api.SetValue('cmi.objectives.0.success_status', 'passed');
		expect(faults).toEqual([]);
		api.SetValue('cmi.objectives.1.id', 'a');
		api.SetValue('cmi.completion_status', 'incomplete');
		api.GetValue('cmi.objectives.7.id');
		expect(faults.join('\n')).toMatch(/used twice[^]*takes back completed[^]*not an element that can be read/);
	});
});

describe('the strict checks of SCORM 1.2', () => {
	it.each<[string, Set, RegExp]>([
		['2004’s exit', ['cmi.core.exit', 'normal'], format],
		['2004’s span of time', ['cmi.core.session_time', 'PT5S'], format],
		['suspend data over 4,096', ['cmi.suspend_data', 'x'.repeat(4097)], format],
		['a score over 100', ['cmi.core.score.raw', '101'], format],
		['an objective that begins without its id', ['cmi.objectives.0.status', 'passed'], /id must come first/]
	])('find %s', (_what, [element, value], fault) => {
		const { api, faults } = watchStrictly(memoryLms({}), { scored: true });
		api.LMSInitialize('');
		api.LMSSetValue(element, value);
		expect(faults.join('\n')).toMatch(fault);
	});

	it('find a launch that ends without any status', () => {
		const { api, faults } = watchStrictly(memoryLms({}), { scored: false });
		api.LMSInitialize('');
		api.LMSFinish('');
		expect(faults.join()).toMatch(/no status was written/);
	});
});

describe('a small LMS of SCORM 2004', () => {
	it('gives an attempt back only where its exit is suspend', () => {
		const launch = (exit: string) => {
			const stored = { 'cmi.suspend_data': 'kept', 'cmi.exit': exit };
			const api = memoryLms2004(stored);
			api.Initialize('');
			return api.GetValue('cmi.suspend_data');
		};
		expect([launch('suspend'), launch('normal'), launch('')]).toEqual(['kept', '', '']);
	});

	it('forgets what the learner asked to do next', () => {
		const stored: Record<string, string> = {};
		const api = memoryLms2004(stored);
		api.Initialize('');
		api.SetValue('adl.nav.request', 'suspendAll');
		api.Commit('');
		expect(stored).toEqual({});
	});
});

it('a commit to Moodle counts every value as a form sends it', () => {
	const empty = moodleCommitBytes({});
	expect(moodleCommitBytes({ 'cmi.location': 'a b' }) - empty).toBe('&cmi__location=a%20b'.length);
});

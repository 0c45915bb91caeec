import { expect, it } from 'vitest';
import { memoryLms, type Quirk, type Stored } from './memory-lms.ts';
import { isProblem, recordCalls, saysNothingThere, type RecordedCall } from './recorded-call.ts';
import { watchStrictly } from './strict-scorm12.ts';

/** A small LMS under strict checks and the recorder. */
function recorded(quirks: Quirk[] = [], stored: Stored = {}) {
	const lms = memoryLms(stored, quirks);
	const calls: RecordedCall[] = [];
	let now = 0;
	const api = recordCalls(watchStrictly(lms, { scored: false }), {
		lastError: () => String(lms.LMSGetLastError()),
		now: () => (now += 2),
		tell: (call) => calls.push(call)
	});
	return { api, calls, stored };
}

it('tells each call with its arguments, answer and time', () => {
	const { api, calls } = recorded();
	expect(api['LMSInitialize']?.('')).toBe('true');
	expect(api['LMSSetValue']?.('cmi.core.lesson_location', 'here')).toBe('true');
	expect(calls).toEqual([
		{ name: 'LMSInitialize', args: [''], answer: 'true', error: '', ms: 2, faults: [] },
		{ name: 'LMSSetValue', args: ['cmi.core.lesson_location', 'here'], answer: 'true', error: '', ms: 2, faults: [] }
	]);
});

it('tells the LMS’s error code of the call it belongs to', () => {
	const { api, calls } = recorded();
	api['LMSGetValue']?.('cmi.core.lesson_status');
	expect(calls[0]).toMatchObject({ answer: 'false', error: '301' });
});

it('puts what the strict checks found beside its call, and nothing beside the next', () => {
	const { api, calls } = recorded();
	api['LMSInitialize']?.('');
	api['LMSSetValue']?.('cmi.core.exit', 'normal');
	api['LMSCommit']?.('');
	expect(calls.map(({ faults }) => faults)).toEqual([[], ['not in the format of the standard'], []]);
});

it('lets what an LMS throws through, and tells it', () => {
	const { api, calls } = recorded(['throws']);
	expect(() => api['LMSInitialize']?.('')).toThrow('The LMS has a fault');
	expect(calls[0]).toMatchObject({ name: 'LMSInitialize', error: 'TypeError' });
});

it('hands on answers as they came, booleans too', () => {
	const { api, calls } = recorded(['answers-booleans']);
	expect(api['LMSInitialize']?.('')).toBe(true);
	expect(calls[0]?.answer).toBe('true');
});

it.each([
	[{ name: 'GetValue', error: '403' }, true],
	[{ name: 'LMSGetValue', error: '401' }, true],
	[{ name: 'GetValue', error: '301' }, false],
	[{ name: 'SetValue', error: '403' }, false],
	[{ name: 'GetValue', error: '' }, false]
])('takes “nothing there yet” for an answer, and nothing else: %j', (about, isNothing) => {
	const call: RecordedCall = { args: ['cmi.location'], answer: '', ms: 0, faults: [], ...about };
	expect(saysNothingThere(call)).toBe(isNothing);
	expect(isProblem(call)).toBe(!isNothing && call.error !== '');
	expect(isProblem({ ...call, faults: ['a fault'] })).toBe(true);
});

import { expect, it } from 'vitest';
import { parseFrameMessage } from './frame-message.ts';

const call = { name: 'LMSCommit', args: [''], answer: 'true', error: '', ms: 0.1, faults: [] };

it.each([
	{ kind: 'begun', launch: 'k' },
	{ kind: 'call', launch: 'k', call },
	{ kind: 'stored', launch: 'k', stored: { 'cmi.suspend_data': 'x'.repeat(64_000) } },
	{ kind: 'device', launch: 'k', device: { local: {}, session: { a: 'b' } } },
	{ kind: 'ended', launch: 'k' }
])('what the frame says is understood: %j', (message) => {
	expect(parseFrameMessage(message)).toEqual(message);
});

it.each([
	null,
	'begun',
	{ kind: 'begun' },
	{ kind: 'unknown', launch: 'k' },
	{ kind: 'call', launch: 'k', call: { ...call, args: [1] } },
	{ kind: 'call', launch: 'k', call: { ...call, ms: Number.NaN } },
	{ kind: 'call', launch: 'k', call: { ...call, answer: 'x'.repeat(70_001) } },
	{ kind: 'stored', launch: 'k', stored: { a: 1 } },
	{ kind: 'device', launch: 'k', device: {} }
])('anything else is nothing: %j', (message) => {
	expect(parseFrameMessage(message)).toBeNull();
});

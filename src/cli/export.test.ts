import { describe, expect, it } from 'vitest';
import { Misuse } from './arguments.ts';
import { passingFrom } from './export.ts';

const modules = ['role-clarity', 'boundaries'];

describe('--passing', () => {
	it('leaves the settings as they are where it is not given', () => {
		expect(passingFrom(undefined, modules)).toEqual({});
	});

	it('sets every module, or those it names; 0 asks for completion only', () => {
		expect(passingFrom('60', modules)).toEqual({ 'role-clarity': 0.6, boundaries: 0.6 });
		expect(passingFrom('boundaries=70,role-clarity=0', modules)).toEqual({ boundaries: 0.7, 'role-clarity': null });
	});

	it.each(['', '-1', '101', 'much', 'nowhere=50', 'boundaries='])('refuses %j', (typed) => {
		expect(() => passingFrom(typed, modules)).toThrow(Misuse);
	});
});

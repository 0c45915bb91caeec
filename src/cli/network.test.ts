import { describe, expect, it } from 'vitest';
import { localAddress, networkFrom, setTrueHeaders } from './network.ts';

describe('the environment', () => {
	it('is port 3000 on this machine alone unless it says otherwise', () => {
		expect(networkFrom({})).toEqual({ port: 3000, host: undefined, isProxyTrusted: false, publicUrl: undefined });
		expect(networkFrom({ PORT: '8080', HOST: '0.0.0.0', TRUST_PROXY: '1', PUBLIC_URL: 'https://a.test/' })).toEqual({
			port: 8080,
			host: '0.0.0.0',
			isProxyTrusted: true,
			publicUrl: 'https://a.test'
		});
	});

	it.each([
		[{ PORT: 'http' }, 'PORT'],
		[{ PORT: '0' }, 'PORT'],
		[{ PORT: '70000' }, 'PORT'],
		[{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
		[{ PUBLIC_URL: 'learn.example.org' }, 'PUBLIC_URL']
	])('that cannot be meant, %j, is refused by name', (env, name) => {
		expect(() => networkFrom(env)).toThrow(`${name} is`);
	});
});

describe('the address that is printed', () => {
	it.each([
		[undefined, 'http://localhost:3000'],
		['0.0.0.0', 'http://localhost:3000'],
		['::', 'http://localhost:3000'],
		['::1', 'http://[::1]:3000'],
		['192.0.2.1', 'http://192.0.2.1:3000'],
		['learn.test', 'http://learn.test:3000']
	])('for HOST %s is one that a browser can open', (host, address) => {
		expect(localAddress({ host, port: 3000 })).toBe(address);
		expect(URL.canParse(address)).toBe(true);
	});
});

describe('forwarded headers', () => {
	const sent = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.5, 198.51.100.7' };

	it('are the truth where no proxy is trusted', () => {
		const headers = { ...sent };
		setTrueHeaders(headers, '192.0.2.1', { isProxyTrusted: false });
		expect(headers).toEqual({ 'x-forwarded-proto': 'http', 'x-forwarded-for': '192.0.2.1' });
	});

	it('are what a trusted proxy says', () => {
		const headers = { ...sent };
		setTrueHeaders(headers, '192.0.2.1', { isProxyTrusted: true });
		expect(headers).toEqual(sent);
	});

	it.each(['', 'javascript', 'https:'])('never name %j as a protocol', (protocol) => {
		const headers: Record<string, string> = { 'x-forwarded-proto': protocol };
		setTrueHeaders(headers, '192.0.2.1', { isProxyTrusted: true });
		expect(headers).toEqual({ 'x-forwarded-proto': 'http', 'x-forwarded-for': '192.0.2.1' });
	});
});

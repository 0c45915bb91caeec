import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipLimits } from './limits.ts';
import { readZip } from './read-zip.ts';

const text = strToU8('hello');

/** The code of the reason to refuse; `''` where it is read. */
async function refusalOf(zip: Uint8Array, limits = zipLimits): Promise<string> {
	const read = await readZip(zip, limits);
	return read.ok ? '' : read.problem.code;
}

/** A zip with some bytes replaced by as many others, wherever they stand. */
function patched(files: Zippable, from: string, to: string): Uint8Array {
	const bytes = Buffer.from(zipSync(files)).toString('latin1').replaceAll(from, to);
	return Buffer.from(bytes, 'latin1');
}

/** A zip whose flags (local and central) have these bits on. */
function flagged(files: Zippable, bits: number): Uint8Array {
	const zip = Buffer.from(zipSync(files));
	for (let at = 0; at < zip.length - 4; at += 1) {
		const signature = zip.readUInt32LE(at);
		if (signature === 0x04034b50) zip.writeUInt16LE(zip.readUInt16LE(at + 6) | bits, at + 6);
		if (signature === 0x02014b50) zip.writeUInt16LE(zip.readUInt16LE(at + 8) | bits, at + 8);
	}
	return zip;
}

describe('reading a zip that a stranger made', () => {
	it('gives its files, without folders', async () => {
		const read = await readZip(zipSync({ 'a.txt': text, 'b/': new Uint8Array(), 'b/c.txt': text }));
		expect(read.ok && [...read.files.keys()]).toEqual(['a.txt', 'b/c.txt']);
	});

	it.each(['../a', 'b/../../a', '/etc/a', 'C:/a', 'b\\a', './a', 'b//a', 'a\u0000.txt'])(
		'refuses the name %j, which could lead out of its folder',
		async (name) => expect(await refusalOf(zipSync({ [name]: text }))).toBe('unsafe-path')
	);

	it('refuses a symbolic link, and a device', async () => {
		const kind = (type: number) => zipSync({ a: [text, { os: 3, attrs: (type << 16) >>> 0 }] });
		expect(await refusalOf(kind(0o120777))).toBe('symbolic-link');
		expect(await refusalOf(kind(0o060644))).toBe('special-file');
		expect(await refusalOf(kind(0o100644))).toBe('');
	});

	it('refuses an encrypted file', async () => expect(await refusalOf(flagged({ a: text }, 1))).toBe('encrypted'));

	it('refuses two files of one name, also where only case tells them apart, or one is a folder', async () => {
		expect(await refusalOf(patched({ 'aa.txt': text, 'ab.txt': text }, 'ab.txt', 'aa.txt'))).toBe('name-clash');
		expect(await refusalOf(zipSync({ 'a.txt': text, 'A.txt': text }))).toBe('name-clash');
		expect(await refusalOf(zipSync({ a: text, 'A/b': text }))).toBe('name-clash');
		expect(await refusalOf(zipSync({ 'é.txt': text, 'e\u0301.txt': text }))).toBe('name-clash');
	});

	it('refuses a name in another encoding, and takes one that says it is UTF-8', async () => {
		expect(await refusalOf(zipSync({ 'é.txt': text }))).toBe('');
		expect(await refusalOf(patched({ 'xx.txt': text }, 'xx.txt', '\u00e9\u00e9.txt'))).toBe('name-encoding');
		expect(await refusalOf(flagged({ 'é.txt': text }, 0))).toBe('');
		const broken = Buffer.from(zipSync({ 'é.txt': text }))
			.toString('latin1')
			.replaceAll('\u00c3\u00a9', '\u00c3\u0028');
		expect(await refusalOf(Buffer.from(broken, 'latin1'))).toBe('name-encoding');
		expect(await refusalOf(zipSync({ a: [text, { extra: { 0x7075: strToU8('other') } }] }))).toBe('name-encoding');
	});

	it('refuses ZIP64, in a file or in the directory', async () => {
		expect(await refusalOf(zipSync({ a: [text, { extra: { 1: new Uint8Array(8) } }] }))).toBe('zip64');
		const zip = Buffer.from(zipSync({ a: text }));
		const end = zip.lastIndexOf('PK\u0005\u0006');
		const locator = Buffer.concat([Buffer.from('PK\u0006\u0007'), Buffer.alloc(16)]);
		expect(await refusalOf(Buffer.concat([zip.subarray(0, end), locator, zip.subarray(end)]))).toBe('zip64');
	});

	it('refuses what is no zip, and a zip without its end', async () => {
		expect(await refusalOf(strToU8('<html>no zip</html>'))).toBe('not-a-zip');
		expect(await refusalOf(new Uint8Array())).toBe('not-a-zip');
		const zip = zipSync({ a: text, b: text });
		expect(await refusalOf(zip.slice(0, -10))).toBe('truncated-zip');
		expect(await refusalOf(zip.slice(0, 60))).toBe('truncated-zip');
	});

	it('refuses a file whose checksum, size or second name is another', async () => {
		const stored = { a1: [text, { level: 0 }] } satisfies Zippable;
		expect(await refusalOf(patched(stored, 'hello', 'hullo'))).toBe('damaged-zip');
		const renamed = Buffer.from(zipSync(stored));
		renamed.write('a2', renamed.indexOf('a1'));
		expect(await refusalOf(renamed)).toBe('damaged-zip');
		const deflated = Buffer.from(zipSync({ a: new Uint8Array(5000) }));
		deflated.writeUInt32LE(10, deflated.indexOf('PK\u0001\u0002') + 24);
		expect(await refusalOf(deflated)).toBe('damaged-zip');
	});

	it('refuses a method of packing that most cannot read', async () => {
		const zip = Buffer.from(zipSync({ a: text }));
		zip.writeUInt16LE(93, zip.indexOf('PK\u0001\u0002') + 10);
		expect(await refusalOf(zip)).toBe('compression-method');
	});

	it('refuses 10,000 files', async () => {
		const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, new Uint8Array()]));
		expect(await refusalOf(zipSync(many))).toBe('too-many-files');
	});

	it('refuses more than it may hold: the zip, one file, all files', async () => {
		const two = zipSync({ a: new Uint8Array(1000), b: new Uint8Array(1000) });
		expect(await refusalOf(two, { ...zipLimits, zipBytes: 100 })).toBe('too-large');
		expect(await refusalOf(two, { ...zipLimits, fileBytes: 999 })).toBe('too-large');
		expect(await refusalOf(two, { ...zipLimits, totalBytes: 1999 })).toBe('too-large');
		expect(await refusalOf(two, { ...zipLimits, totalBytes: 2000 })).toBe('');
	});

	it('refuses a bomb before it has gone off, in a fraction of the memory it would fill', async () => {
		const size = 256 * 1024 ** 2;
		const packed = deflateRawSync(Buffer.alloc(size));
		const bomb = Buffer.from(zipSync({ bomb: [packed, { level: 0 }] }));
		const entry = bomb.lastIndexOf('PK\u0001\u0002');
		bomb.writeUInt16LE(8, entry + 10);
		bomb.writeUInt32LE(size, entry + 24);
		expect(bomb.length).toBeLessThan(300_000);
		const before = process.memoryUsage().arrayBuffers;
		const started = performance.now();
		expect(await refusalOf(bomb)).toBe('zip-bomb');
		expect(performance.now() - started).toBeLessThan(5000);
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(128 * 1024 ** 2);
	});

	it('tells of a zip within the zip, and does not open it', async () => {
		const read = await readZip(zipSync({ 'a.txt': text, 'inner.zip': zipSync({ '../x': text }) }));
		expect(read.ok && read.problems.map(({ code, where }) => [code, where])).toEqual([['nested-zip', 'inner.zip']]);
	});
});

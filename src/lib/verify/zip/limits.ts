/** How much of a stranger's zip is read before it is refused. */
export type ZipLimits = {
	/** Bytes of the zip itself. */
	zipBytes: number;
	/** Files and folders. */
	entries: number;
	/** Bytes of one file, unpacked. */
	fileBytes: number;
	/** Bytes of all files together, unpacked. */
	totalBytes: number;
	/** Unpacked ÷ packed of a file over 1 MiB. Text comes to about 10, and deflate to at most 1,032. */
	ratio: number;
};

const mebibyte = 1024 * 1024;

/** What a package may be, wherever it is checked; an upload to the site may be smaller still. */
export const zipLimits: ZipLimits = {
	zipBytes: 200 * mebibyte,
	entries: 2000,
	fileBytes: 100 * mebibyte,
	totalBytes: 300 * mebibyte,
	ratio: 200
};

/** Files below this may be as dense as they like. */
export const denseFrom = mebibyte;

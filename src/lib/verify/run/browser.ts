import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { WatchedCalls } from '#lib/lms/host/launch.ts';

/** A browser that shows one host's pages and reaches nothing else. */
export type ClosedBrowser = {
	/** A device of its own: nothing is kept from one to the next. */
	device: () => Promise<Device>;
	close: () => Promise<void>;
};

/** Windows that share what a browser keeps. */
export type Device = {
	window: () => Promise<Page>;
	/** Addresses beyond the host that were asked for, each once. */
	blocked: string[];
	/** What pages threw and nobody caught. */
	broken: string[];
	close: () => Promise<void>;
};

const mostKept = 50;

/**
 * Starts Chromium for pages that a stranger wrote: with its sandbox wherever it can have one, and with every request but
 * those to the host sent to a proxy that is not there, so that neither the network nor this machine's own services can
 * be reached, whatever a page uses.
 * @param executablePath a Chromium, Chrome or Edge
 */
export async function startClosedBrowser(executablePath: string, hostUrl: string): Promise<ClosedBrowser> {
	const { host } = new URL(hostUrl);
	const browser: Browser = await chromium.launch({
		executablePath,
		// Root cannot have it: the kernel refuses. Everybody else plays behind it.
		chromiumSandbox: process.getuid?.() !== 0,
		proxy: { server: 'http://127.0.0.1:9', bypass: `<-loopback>,${host}` },
		args: ['--force-webrtc-ip-handling-policy=disable_non_proxied_udp', '--disable-background-networking']
	});
	return {
		device: async () => watched(await browser.newContext({ serviceWorkers: 'block', acceptDownloads: false }), hostUrl),
		close: () => browser.close()
	};
}

/** What the LMS's page has noted so far; nothing where it was never asked. */
export async function notedOn(page: Page): Promise<WatchedCalls> {
	// Content may have put something else in its place: it runs in the same origin.
	const noted = await page.evaluate(() => JSON.stringify({ calls: window.watch.calls, faults: window.watch.faults }));
	return JSON.parse(noted) as WatchedCalls;
}

function watched(context: BrowserContext, hostUrl: string): Device {
	const blocked = new Set<string>();
	const broken = new Set<string>();
	context.on('request', (request) => {
		const url = request.url();
		if (/^https?:/.test(url) && !url.startsWith(`${hostUrl}/`) && blocked.size < mostKept)
			blocked.add(url.slice(0, 500));
	});
	context.on('weberror', (thrown) => {
		if (broken.size < mostKept) broken.add(thrown.error().message.slice(0, 500));
	});
	return {
		window: () => context.newPage(),
		get blocked() {
			return [...blocked];
		},
		get broken() {
			return [...broken];
		},
		close: () => context.close()
	};
}

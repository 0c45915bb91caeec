import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { findChromium } from '../../src/cli/setup/chromium.mjs';
import { reportMeasured } from '../run/bench-report.ts';
import { findFreePort, startSite } from '../site-server.ts';

// The first page as a visitor meets it, in Lighthouse's desktop profile.
const site = await startSite();
const port = await findFreePort();
const browser = await chromium.launch({
	executablePath: findChromium() ?? undefined,
	chromiumSandbox: process.getuid?.() !== 0,
	args: [
		`--remote-debugging-port=${port}`,
		'--disable-quic',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run'
	]
});
try {
	const categories = ['performance', 'accessibility', 'best-practices'];
	const run = await lighthouse(site.url, { port, onlyCategories: categories, logLevel: 'error' }, desktopConfig);
	if (!run) throw new Error('Lighthouse gave no answer');
	for (const category of categories)
		reportMeasured({
			what: `first page, Lighthouse desktop: ${category}`,
			value: Math.round((run.lhr.categories[category]?.score ?? Number.NaN) * 100),
			unit: 'of 100',
			aim: { atLeast: 95 }
		});
	for (const audit of Object.values(run.lhr.audits))
		if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
			console.log(`  ${audit.id}: ${audit.title} ${audit.displayValue ?? ''}`);
} finally {
	await browser.close();
	await site.stop();
}

import { defineConfig, devices } from '@playwright/test';
import { findChromium } from '../src/cli/setup/chromium.mjs';

// Found once and handed on to the workers, which read this file again.
process.env.ALONGSIDE_CHROMIUM ??= findChromium() ?? '';

const chromium = {
	...devices['Desktop Chrome'],
	launchOptions: {
		executablePath: process.env.ALONGSIDE_CHROMIUM || undefined,
		chromiumSandbox: process.getuid?.() !== 0,
		// Nothing but the pages under test: where there is no internet, Chromium's own calls only cost time.
		args: [
			'--disable-quic',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run'
		]
	}
};

/** Tests of what leaves as a package: their folder, or a name that says so. */
const PACKAGE_TESTS = /(tests\/packag\w*\/.*|scorm.*)\.e2e\.ts$/;

export default defineConfig({
	testDir: '.',
	outputDir: '../test-results',
	testMatch: '**/*.e2e.ts',
	globalSetup: './global-site.ts',
	workers: 2,
	fullyParallel: true,
	// A test that passes at the second try has failed.
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: { locale: 'en-AU', timezoneId: 'Australia/Melbourne', trace: 'retain-on-failure', actionTimeout: 15_000 },
	projects: [
		{ name: 'site', use: chromium, testIgnore: PACKAGE_TESTS },
		{ name: 'package', use: chromium, testMatch: PACKAGE_TESTS }
	]
});

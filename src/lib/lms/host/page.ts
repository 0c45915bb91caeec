/// <reference lib="dom" />
import { openScorm12 } from '#lib/lms/host/scorm12.ts';
import { openScorm2004 } from '#lib/lms/host/scorm2004.ts';
import type { LaunchOf, WatchedCalls } from '#lib/lms/host/launch.ts';

// The LMS side of a played package, as a page: one attempt, kept by the server that served this page between launches.

declare global {
	interface Window {
		watch: WatchedCalls;
	}
}

const params = new URLSearchParams(location.search);
const launch: LaunchOf = {
	attempt: `/attempts/${params.get('attempt')}`,
	quirks: (params.get('quirks') ?? '').split(',').filter(Boolean),
	mode: params.get('mode') ?? 'normal',
	isStrict: !params.has('lenient'),
	isScored: params.has('scored')
};
if (params.get('lms') !== 'none')
	window.watch = params.get('standard') === 'scorm2004' ? openScorm2004(launch) : openScorm12(launch);

const frame = document.createElement('iframe');
frame.title = 'Module';
frame.src = `/${params.get('package')}/${params.get('page') ?? `${params.get('module')}.html`}`;
document.body.append(frame);

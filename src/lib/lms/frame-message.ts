import { z } from 'zod';
import type { Stored } from './memory-lms.ts';
import type { Preset } from './presets.ts';
import type { RunTime } from './run-time.ts';

/** What the frame of a preview starts from; it travels as the frame's name, since that can be read before any script. */
export type Launch = {
	/**
	 * A random text that nobody but the frame is told; every message carries it. What a page says while it goes away comes
	 * without a sender, and is known by this alone.
	 */
	key: string;
	runTime: RunTime;
	lms: Preset;
	mode: 'normal' | 'review';
	/** Whether the module has a passing score: without one, a score is a fault. */
	isScored: boolean;
	/** What the LMS has kept of earlier launches, by element. */
	stored: Stored;
	/** What the browser has kept of them. */
	device: Device;
};

/** The two stores of a browser, by key. */
export type Device = { local: Record<string, string>; session: Record<string, string> };

const texts = z.record(z.string().max(1_000), z.string().max(70_000));
const about = { launch: z.string().max(100) };

const frameMessage = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('begun'), ...about }),
	z.object({
		kind: z.literal('call'),
		...about,
		call: z.object({
			name: z.string().max(200),
			args: z.array(z.string().max(70_000)).max(4),
			answer: z.string().max(70_000),
			error: z.string().max(200),
			ms: z.number().nonnegative(),
			faults: z.array(z.string().max(1_000)).max(50)
		})
	}),
	z.object({ kind: z.literal('stored'), ...about, stored: texts }),
	z.object({ kind: z.literal('device'), ...about, device: z.object({ local: texts, session: texts }) }),
	z.object({ kind: z.literal('ended'), ...about })
]);

/** What the frame tells the page around it. */
export type FrameMessage = z.infer<typeof frameMessage>;

/** A message as it came from the frame: what plays there is not ours to trust. Null for anything else. */
export function parseFrameMessage(data: unknown): FrameMessage | null {
	const parsed = frameMessage.safeParse(data);
	return parsed.success ? parsed.data : null;
}

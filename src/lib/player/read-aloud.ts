/** Reads a page aloud with the browser's own voice. */
export type ReadAloud = { start(text: string, language: string, onend: () => void): void; stop(): void };

/** The browser's voice, or null where it has none. */
export function browserVoice(
	window: Window & { SpeechSynthesisUtterance?: typeof SpeechSynthesisUtterance }
): ReadAloud | null {
	const { speechSynthesis: voice, SpeechSynthesisUtterance: Utterance } = window;
	if (!voice || !Utterance) return null;
	return {
		start(text, language, onend) {
			voice.cancel();
			// Some browsers stop in the middle of a long text, so each paragraph is an utterance of its own.
			const pieces = text.split(/\n+/).filter((piece) => piece.trim() !== '');
			for (const [index, piece] of pieces.entries()) {
				const utterance = new Utterance(piece);
				utterance.lang = language;
				if (index === pieces.length - 1) utterance.onend = onend;
				voice.speak(utterance);
			}
		},
		stop: () => voice.cancel()
	};
}

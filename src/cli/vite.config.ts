import { defineConfig } from 'vite';

/** Builds the command line as JavaScript for the package's `bin`: Node runs no TypeScript inside node_modules. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: 'src/cli/alongside.ts',
		outDir: 'build/cli',
		target: 'node20',
		rolldownOptions: { output: { entryFileNames: 'alongside.js', codeSplitting: false } }
	}
});

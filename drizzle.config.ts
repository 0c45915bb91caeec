import { defineConfig } from 'drizzle-kit';

// `npx drizzle-kit generate --name <what-changes>` writes the next migration. One that has landed is never edited.
export default defineConfig({
	dialect: 'sqlite',
	schema: './src/lib/server/db/schema.ts',
	out: './src/lib/server/db/migrations'
});

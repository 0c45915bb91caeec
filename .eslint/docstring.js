/**
 * Every export says what it is for: a docstring stands before each exported declaration in a `.ts` file,
 * and before each prop in the `Props` type of a component. House style, sections 3 and 7.
 * A type read off a schema (`z.infer<typeof thing>`) is told by the schema's docstring;
 * SvelteKit's own exports (`load`, `actions`, `GET` …) are described by the framework.
 * @type {import('eslint').Rule.RuleModule}
 */
export const docstring = {
	meta: {
		type: 'suggestion',
		schema: [{ type: 'object', properties: { framework: { type: 'array' } }, additionalProperties: false }],
		messages: {
			missing: '"{{name}}" has no docstring. Write /** purpose, shapes, units, what failure looks like */ before it.',
			prop: 'Prop "{{name}}" has no doc line. Write /** what it is for */ before it.'
		}
	},
	create(context) {
		const known = new Set(context.options[0]?.framework ?? []);
		const isSvelte = context.filename.endsWith('.svelte');

		function hasDocstring(node) {
			const before = context.sourceCode.getCommentsBefore(node);
			return before.some((comment) => comment.type === 'Block' && comment.value.startsWith('*'));
		}

		return {
			'ExportNamedDeclaration[declaration]'(node) {
				const names = namesOf(node.declaration).filter((name) => !known.has(name));
				if (isSvelte || names.length === 0 || isInferred(node.declaration)) return;
				if (hasDocstring(node) || isLaterOverload(node)) return;
				context.report({ node: node.declaration, messageId: 'missing', data: { name: names.join(', ') } });
			},
			'TSTypeAliasDeclaration[id.name="Props"] TSPropertySignature'(node) {
				// Only the props themselves, not the members of a type written inside one of them.
				if (!isSvelte || node.parent.parent.parent.type === 'TSPropertySignature' || hasDocstring(node)) return;
				context.report({ node, messageId: 'prop', data: { name: context.sourceCode.getText(node.key) } });
			}
		};
	}
};

/** `type Thing = z.infer<typeof thing>`: the schema beside it carries the docstring. */
function isInferred(declaration) {
	const type = declaration.type === 'TSTypeAliasDeclaration' ? declaration.typeAnnotation : undefined;
	return (
		type?.type === 'TSTypeReference' &&
		type.typeName.left?.name === 'z' &&
		/^(infer|input|output)$/.test(type.typeName.right.name)
	);
}

/** Names that an exported declaration binds. */
function namesOf(declaration) {
	if (declaration.type !== 'VariableDeclaration') return [declaration.id.name];
	return declaration.declarations.map((one) => (one.id.type === 'Identifier' ? one.id.name : 'this'));
}

/** The second and later signatures of an overloaded function share the first one's docstring. */
function isLaterOverload(node) {
	const siblings = node.parent.body;
	const previous = siblings[siblings.indexOf(node) - 1];
	return (
		previous?.type === 'ExportNamedDeclaration' &&
		previous.declaration?.type === 'TSDeclareFunction' &&
		previous.declaration.id?.name === node.declaration.id?.name
	);
}

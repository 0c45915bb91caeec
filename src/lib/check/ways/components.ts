/**
 * Groups of nodes that lead in a circle, each node of a group reaching every other (Tarjan, without recursion, since a
 * module may be thousands of scenes deep). Nodes on no circle are in no group.
 * @param count nodes are 0..count-1
 */
export function circlesIn(count: number, next: (node: number) => readonly number[]): number[][] {
	const order = new Int32Array(count).fill(-1);
	const low = new Int32Array(count);
	const onStack = new Uint8Array(count);
	const stack: number[] = [];
	const circles: number[][] = [];
	let counter = 0;
	for (let root = 0; root < count; root += 1) {
		if (order[root] !== -1) continue;
		const work: { node: number; edges: readonly number[]; at: number }[] = [];
		const open = (node: number) => {
			order[node] = low[node] = counter++;
			stack.push(node);
			onStack[node] = 1;
			work.push({ node, edges: next(node), at: 0 });
		};
		open(root);
		while (work.length > 0) {
			const frame = work.at(-1)!;
			const { node } = frame;
			const to = frame.edges[frame.at++];
			if (to !== undefined) {
				if (order[to] === -1) open(to);
				else if (onStack[to]) low[node] = Math.min(low[node]!, order[to]!);
				continue;
			}
			work.pop();
			const above = work.at(-1)?.node;
			if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
			if (low[node] !== order[node]) continue;
			const members: number[] = [];
			let member: number;
			do {
				member = stack.pop()!;
				onStack[member] = 0;
				members.push(member);
			} while (member !== node);
			if (members.length > 1 || next(node).includes(node)) circles.push(members.reverse());
		}
	}
	return circles;
}

/** A condition as data. Authors write it as text; `parseCondition` reads it, `holds` in `scenario/` answers it. */
export type Condition =
	| { is: 'meter'; meter: string; compare: Compare; value: number }
	| { is: 'score'; objective: string; compare: Compare; value: number }
	| { is: 'chose'; scene: string; choice: string }
	| { is: 'visited'; scene: string }
	| { is: 'not'; of: Condition }
	| { is: 'and' | 'or'; of: Condition[] };

export type Compare = '>=' | '<=' | '>' | '<' | '=';

import { factsOf, moduleFacts, outcomeOf, verdictOf } from '../words.ts';
import type { Report, Run } from '../report.ts';
import { reportStyles } from './report-styles.ts';

/**
 * The report as one page that can be sent to somebody: nothing is loaded, no script runs, and it prints on A4. Every
 * text of the package is escaped: it may be a stranger's.
 * @param tokens the stylesheet of the design tokens
 */
export function toReportHtml(report: Report, tokens: string): string {
	const { problems, notChecked, modules, runs, file } = report;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(file.name)}: package check</title>
<style>${tokens}${reportStyles}</style>
</head>
<body>
<main>
<p class="soft">Package check</p>
<h1>${escape(file.name)}</h1>
<p class="verdict ${report.verdict}">${escape(verdictOf(report))}</p>
${section('What to do', problems.length > 0 && `<ol class="problems">${problems.map(problem).join('')}</ol>`)}
${section('What was not checked', notChecked.length > 0 && list(notChecked))}
${section('What it is', table(factsOf(report)))}
${section('Its modules', modules.length > 0 && modules.map(module).join(''))}
${section('How it ran', runs.length > 0 && runs.map(run).join(''))}
</main>
</body>
</html>
`;
}

function section(title: string, content: string | false): string {
	return content === false ? '' : `<section><h2>${title}</h2>${content}</section>`;
}

function problem({ code, severity, where, message, hint }: Report['problems'][number]): string {
	return `<li class="${severity}"><p><strong>${escape(message)}</strong></p><p>${escape(hint)}</p><p class="soft small">${severity === 'error' ? 'Problem' : 'To know'} · ${escape(where)} · ${escape(code)}</p></li>`;
}

function module(one: Report['modules'][number]): string {
	return `<h3>${escape(one.title)}</h3>${table(moduleFacts(one))}<p>Your LMS records:</p>${list(one.recorded)}`;
}

function run(one: Run): string {
	const calls = one.calls.map(
		({ call, args, answer }) =>
			`<tr><td>${escape(call)}(${escape(args.map((arg) => JSON.stringify(arg)).join(', '))})</td><td>${escape(answer)}</td></tr>`
	);
	const more = one.callCount > one.calls.length ? `<p>${one.callCount - one.calls.length} more are not shown.</p>` : '';
	return `<h3>${escape(one.name)}: ${outcomeOf(one)}</h3><p class="soft small">${escape(one.page)}, ${one.callCount} calls</p>${list(one.seen)}${
		one.faults.length > 0 ? `<p>Faults:</p>${list(one.faults)}` : ''
	}${one.blocked.length > 0 ? `<p>Asked of other servers, and refused:</p>${list(one.blocked)}` : ''}${
		calls.length > 0
			? `<details><summary>Every call, and what was stored</summary><div class="wide" tabindex="0" role="region" aria-label="Calls"><table><thead><tr><th scope="col">Call</th><th scope="col">Answer</th></tr></thead><tbody>${calls.join('')}</tbody></table></div>${more}${table(Object.entries(one.stored))}</details>`
			: ''
	}`;
}

function table(rows: [string, string][]): string {
	return `<table>${rows.map(([label, value]) => `<tr><th scope="row">${escape(label)}</th><td>${escape(value)}</td></tr>`).join('')}</table>`;
}

function list(lines: string[]): string {
	return `<ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`;
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

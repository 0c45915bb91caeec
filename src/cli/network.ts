/** Where the server listens and what it believes. */
export type Network = {
	port: number;
	/** undefined: this machine alone. */
	host: string | undefined;
	/** A proxy in front of us, and nobody else, sets `x-forwarded-proto` and `x-forwarded-for`. */
	isProxyTrusted: boolean;
	/** How learners reach the site, without a slash at the end: for links that are printed. */
	publicUrl: string | undefined;
};

/**
 * Reads PORT, HOST, TRUST_PROXY and PUBLIC_URL.
 * @throws Error that names the variable and what it may be
 */
export function networkFrom(env: Record<string, string | undefined>): Network {
	const port = Number(env.PORT || 3000);
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Error(`PORT is ${JSON.stringify(env.PORT)}. It has to be a whole number from 1 to 65535.`);
	const trust = env.TRUST_PROXY || '0';
	if (trust !== '0' && trust !== '1')
		throw new Error(`TRUST_PROXY is ${JSON.stringify(trust)}. It has to be 1 (a proxy is in front) or 0.`);
	const publicUrl = env.PUBLIC_URL?.replace(/\/+$/, '') || undefined;
	if (publicUrl !== undefined && !URL.canParse(publicUrl))
		throw new Error(
			`PUBLIC_URL is ${JSON.stringify(publicUrl)}. It has to be an address such as https://learn.example.org.`
		);
	return { port, host: env.HOST || undefined, isProxyTrusted: trust === '1', publicUrl };
}

/** Where a browser on this machine finds the site: every address at once (`0.0.0.0`, `::`) is none to go to. */
export function localAddress({ host, port }: Pick<Network, 'host' | 'port'>): string {
	if (host === undefined || host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
	return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Makes `x-forwarded-proto` and `x-forwarded-for` say what the handlers may believe: what a trusted proxy has set, else
 * the truth. Anybody can send these headers.
 */
export function setTrueHeaders(
	headers: Record<string, string | string[] | undefined>,
	remoteAddress: string | undefined,
	{ isProxyTrusted }: Pick<Network, 'isProxyTrusted'>
): void {
	const told = isProxyTrusted ? String(headers['x-forwarded-proto']).split(',')[0]?.trim() : undefined;
	headers['x-forwarded-proto'] = told === 'https' ? 'https' : 'http';
	if (!isProxyTrusted || !headers['x-forwarded-for']) headers['x-forwarded-for'] = remoteAddress ?? '0.0.0.0';
}

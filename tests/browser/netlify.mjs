// A site as Netlify serves it, after what its documentation says of headers, redirects and addresses. Files
// of settings are read by Netlify's own parsers, redirects are chosen by its own matcher.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import redirector from 'netlify-redirector';
import { filesOf } from './lib.mjs';

const TYPES = {
  html: 'text/html; charset=UTF-8', css: 'text/css; charset=UTF-8', js: 'application/javascript; charset=UTF-8', svg: 'image/svg+xml',
  xml: 'application/xml', json: 'application/json', txt: 'text/plain; charset=UTF-8', md: 'text/markdown; charset=UTF-8',
};
/** What Netlify says where a site does not. */
const DEFAULTS = { 'Cache-Control': 'public,max-age=0,must-revalidate' };

/** The headers of `_headers` or of `netlify.toml`, and what is wrong with them. */
export async function headersOf({ headersFile, netlifyToml }) {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: headersFile ? [headersFile] : [], netlifyConfigPath: netlifyToml, minimal: true, configHeaders: [],
  });
  return { rules: headers, errors: errors.map((error) => error.message) };
}

/** The redirects of `_redirects`, and what is wrong with them. */
export async function redirectsOf(file) {
  const { redirects, errors } = await parseAllRedirects({ redirectsFiles: [file], minimal: false, configRedirects: [] });
  return { rules: redirects, errors: errors.map((error) => error.message) };
}

/** Whether a rule is for an address: `*` is anything, `:name` a part of the path. */
function fits(rule, address) {
  const pattern = rule.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(address);
}

/** All rules that are for an address add up; a header that several of them name has all their values. */
export function headersFor(rules, address) {
  const all = new Map();
  for (const { values } of rules.filter((rule) => fits(rule.for, address))) {
    for (const [name, value] of Object.entries(values)) {
      const [, , before] = all.get(name.toLowerCase()) ?? [];
      all.set(name.toLowerCase(), [name, value, [...(before ?? []), ...[value].flat()]]);
    }
  }
  return Object.fromEntries([...all.values()].map(([name, , values]) => [name, values.join(', ')]));
}

/** The first language of a browser, whatever its weight: Netlify asks no other. */
export const whole = (accepted = '') => accepted.split(',')[0].split(';')[0].trim();
/** The same as `netlify dev` cuts it. */
export const twoLetters = (accepted = '') => accepted.split(',')[0].slice(0, 2);

/** Serves a built site. */
export async function netlify(folder, language = whole) {
  // Its own files and those with a dot are settings, not pages.
  const names = new Set(filesOf(folder).filter((name) => !/^(_headers|_redirects)$|(^|\/)\./.test(name)));
  const file = (name) => (fs.existsSync(path.join(folder, name)) ? path.join(folder, name) : undefined);
  const headers = await headersOf({ headersFile: file('_headers') });
  const redirects = file('_redirects') ? await redirectsOf(file('_redirects')) : { rules: [], errors: [] };
  const matcher = redirects.rules.length > 0 ? await redirector.parseJSON(JSON.stringify(redirects.rules), {}) : { match: () => null };

  /** The file of an address: itself, a page of that name, the page of a folder. */
  const found = (address) => [address.slice(1), `${address.slice(1)}.html`, `${address.slice(1)}index.html`].find((name) => names.has(name));
  const server = http.createServer((request, response) => {
    const { pathname, search } = new URL(request.url.replace(/^\/+/, '/'), 'http://host');
    let address = pathname;
    try {
      address = decodeURIComponent(pathname);
    } catch { /* no address of a page */ }
    const cookies = Object.fromEntries((request.headers.cookie ?? '').split(/; */).map((pair) => pair.split('=')));
    const asked = { ...request.headers, 'x-language': cookies.nf_lang ?? language(request.headers['accept-language']), 'x-country': 'de' };
    const match = matcher.match({
      scheme: 'https', host: request.headers.host, path: pathname, query: search.slice(1), headers: asked, cookieValues: cookies,
      getHeader: (name) => asked[name.toLowerCase()] ?? '', getCookie: (name) => cookies[name] ?? '',
    });
    const send = (status, name, at) => {
      const own = name ? { 'Content-Type': TYPES[name.split('.').pop()] ?? 'application/octet-stream' } : {};
      response.writeHead(status, { ...DEFAULTS, ...own, ...headersFor(headers.rules, at) });
      response.end(name ? fs.readFileSync(path.join(folder, name)) : 'Not Found');
    };
    const direct = found(address);
    if (match && (match.force || !direct)) {
      if (match.status >= 300 && match.status < 400) return response.writeHead(match.status, { location: match.to }).end(`Redirecting to ${match.to}`);
      return send(match.status, found(match.to), address);
    }
    if (direct) return send(200, direct, address);
    if (names.has(`${address.slice(1)}/index.html`)) return response.writeHead(301, { location: `${pathname}/${search}` }).end();
    return send(404, names.has('404.html') ? '404.html' : undefined, address);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { origin: `http://127.0.0.1:${server.address().port}`, names: [...names], headers, redirects, close: () => server.close() };
}

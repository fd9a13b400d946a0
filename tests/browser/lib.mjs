// What the browser tests share: sites in temporary folders, the program, a file server, Chromium.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test as anyTest } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const ENGROSS = path.resolve(process.env.ENGROSS ?? path.join(ROOT, 'target/release/engross'));
/** The longest that anything may take: far more than it takes on a busy machine. */
export const LIMIT = 30_000;

const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

/** A test that cannot hang. */
export const test = (name, run) => anyTest(name, { timeout: 4 * LIMIT }, run);

const folders = [];
const children = new Set();
const endAll = () => children.forEach((child) => child.kill('SIGKILL'));
after(endAll); // A preview that a failed test left would keep this process from ending.
process.on('exit', () => {
  endAll();
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is gone when the tests end. */
export function temp() {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'engross-browser-')));
  folders.push(folder);
  return folder;
}

/** The environment without anything that could lead git elsewhere. */
function environment(date = '2026-01-02T12:00:00Z') {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const person = { NAME: 'Test', EMAIL: 'test@example.com', DATE: date };
  const people = ['AUTHOR', 'COMMITTER'].flatMap((who) =>
    Object.entries(person).map(([what, value]) => [`GIT_${who}_${what}`, value]));
  return { ...Object.fromEntries([...own, ...people]), GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' };
}

/** Everything in the folder becomes one commit of a repository of its own, the next one if there is one. */
export function commit(folder, message = 'A site', date = undefined) {
  if (!fs.existsSync(path.join(folder, '.git'))) git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  const { status, stderr } = spawnSync('git', ['commit', '-q', '-m', message], { cwd: folder, env: environment(date), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** Runs git in a folder. */
export function git(folder, ...args) {
  const { status, stderr, error } = spawnSync('git', args, { cwd: folder, env: environment(), encoding: 'utf8' });
  assert.equal(status, 0, `git ${args.join(' ')}: ${stderr ?? error}`);
}

/** A site of the given files, by their path in it, in a repository. */
export function siteOf(files) {
  const folder = temp();
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  commit(folder);
  return folder;
}

/** A copy of this very site, with further files, in a repository. */
export function copyOfThisSite(files = {}) {
  const copied = {};
  for (const name of ['engross.toml', 'content', 'versions', 'themes']) {
    if (!fs.existsSync(path.join(ROOT, name))) continue;
    for (const file of filesOf(ROOT, name)) copied[file] = fs.readFileSync(path.join(ROOT, file));
  }
  return siteOf({ ...copied, ...files });
}

/** The files at a path of a folder, with `/`. */
export function filesOf(folder, inside = '') {
  const at = path.join(folder, inside);
  if (!fs.statSync(at).isDirectory()) return [inside];
  return fs.readdirSync(at).sort().flatMap((name) => filesOf(folder, inside ? `${inside}/${name}` : name));
}

/** Runs the program to its end. */
export function engross(...args) {
  const { status, stdout, stderr, error } = spawnSync(ENGROSS, args, { encoding: 'utf8', env: environment(), timeout: LIMIT, maxBuffer: 2 ** 26 });
  assert.equal(error, undefined, `${ENGROSS}: ${error}`);
  return { status, stdout, stderr };
}

/** Builds a site; the folder that holds it. */
export function build(root, ...args) {
  const output = path.join(temp(), 'site');
  const { status, stderr } = engross('build', '--root', root, '--output', output, ...args);
  assert.equal(status, 0, stderr);
  return output;
}

/** A running `engross serve`. */
export class Preview {
  #text = '';
  #wake = new Set();

  constructor(args) {
    this.child = spawn(ENGROSS, ['serve', ...args], { env: environment(), stdio: ['ignore', 'ignore', 'pipe'] });
    children.add(this.child);
    this.child.stderr.setEncoding('utf8').on('data', (text) => {
      this.#text += text;
      this.#wake.forEach((look) => look());
    });
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code, signal) => {
        children.delete(this.child);
        resolve({ code, signal, text: this.#text });
        this.#wake.forEach((look) => look());
      });
    });
  }

  /** Waits for the address. */
  static async start(root, ...args) {
    const preview = new Preview(['--root', root, ...args]);
    [, preview.origin, preview.port] = await preview.said(/The site is at (http:\/\/localhost:(\d+))\//);
    preview.port = Number(preview.port);
    return preview;
  }

  get alive() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** How much has been said so far, for `said`. */
  get mark() {
    return this.#text.length;
  }

  /** Waits for words on standard error after `mark`. */
  said(pattern, mark = 0) {
    return new Promise((resolve, reject) => {
      const settle = (how, value) => {
        clearTimeout(limit);
        this.#wake.delete(look);
        how(value);
      };
      const fail = (why) => settle(reject, new Error(`${why} before ${pattern} was said; what was said:\n${this.#text}`));
      const look = () => {
        const found = pattern.exec(this.#text.slice(mark));
        if (found) settle(resolve, found);
        else if (!this.alive) fail('the preview ended');
      };
      const limit = setTimeout(() => fail('time was up'), LIMIT);
      this.#wake.add(look);
      look();
    });
  }

  /** Ends it; how it ended, and after how many milliseconds. */
  async end(signal = 'SIGTERM') {
    const start = performance.now();
    this.child.kill(signal);
    return { ...(await this.ended), after: performance.now() - start };
  }
}

/** Sends bytes as they are; the whole answer. */
export function raw(port, request) {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.write(request));
    socket.setTimeout(LIMIT, () => socket.destroy(new Error(`no end of the answer to ${request}`)));
    socket.setEncoding('utf8').on('data', (part) => (text += part)).on('error', reject);
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.\d (\d+)/.exec(text)?.[1]), text }));
  });
}

/** The rules of a `_headers` file: path and headers. */
function rulesOf(text) {
  const rules = [];
  for (const line of text.split('\n').filter((line) => line.trim())) {
    const [name, ...value] = line.split(':');
    if (line.startsWith('/')) rules.push({ start: line.trim().replace(/\*$/, ''), headers: {} });
    else rules.at(-1).headers[name.trim()] = value.join(':').trim();
  }
  return rules;
}

const TYPES = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml', xml: 'application/xml', json: 'application/json', txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8', png: 'image/png', webp: 'image/webp',
};

/** A host for a built site: its own headers, clean addresses, its 404 page. */
export async function host(folder) {
  const read = (name) => fs.readFileSync(path.join(folder, name));
  const names = new Set(filesOf(folder));
  const rules = names.has('_headers') ? rulesOf(read('_headers').toString()) : [];
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const name = address.slice(1) + (address.endsWith('/') ? 'index.html' : '');
    const headers = Object.assign({}, ...rules.filter((rule) => address.startsWith(rule.start)).map((rule) => rule.headers));
    if (names.has(`${name}/index.html`)) return response.writeHead(301, { location: `${address}/` }).end();
    const found = names.has(name) ? name : '404.html';
    if (!names.has(found)) return response.writeHead(404, headers).end('not found');
    headers['Content-Type'] = TYPES[found.split('.').pop()] ?? 'application/octet-stream';
    response.writeHead(found === name ? 200 : 404, headers).end(read(found));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export async function launch() {
  const executablePath = process.env.CHROME_PATH || '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ARGS, headless: true, timeout: 2 * LIMIT });
}

/** A page of its own context, and what it did that a policy page must not do. */
export async function open(browser, origin, options = {}) {
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(LIMIT);
  const faults = [];
  const own = (url) => url.startsWith(`${origin}/`) || (origin === 'file://' && url.startsWith('file:'));
  await context.route((url) => !own(url.href), (route) => route.abort());
  context.on('request', (request) => own(request.url()) || faults.push(`asked ${request.url()}`));
  context.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  // With CSP violations and script errors.
  context.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  context.on('weberror', (error) => faults.push(`script error: ${error.error().message}`));
  const page = await context.newPage();
  return { page, context, faults };
}

/** What nobody may find: a request to another host, an error, a cookie, anything stored. */
export async function assertClean({ page, context, faults }, what) {
  assert.deepEqual(faults, [], what);
  assert.deepEqual(await context.cookies(), [], `${what} sets a cookie`);
  const stored = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  assert.deepEqual(stored, [], `${what} stores something`);
}

/** Whether the page can be moved sideways, and by what. */
export function sideways(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > clientWidth + 1);
    return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}: ${wide.map((e) => e.localName)}` : '';
  });
}

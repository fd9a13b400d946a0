#!/usr/bin/env node
// The preview: `engross serve` beside `hugo server`, in one run and in turn.
//
//   node benches/preview.mjs ENGROSS HUGO [option…]
//
// ENGROSS, HUGO       the binaries; ../shared/tools/peers/peers-setup.sh installs Hugo
// --legal BUNDLE      the legal-docs corpus (default ../shared/corpora/legal-docs.bundle)
// --only legal|large  one of the two sites
// --edits N           counted edits of each (50)            --starts N        counted starts, legal-docs (7)
// --large-starts N    counted starts, generated site (3)    --documents N     of the generated site (500)
// --locales N         of the generated site (40 at most)    --seed N          of the gaps between edits (1)
//
// Needs Node 20, git, Linux. Two sites: mozilla/legal-docs, and a generated one: Markdown of 2 to 11 kB, half
// below 4, with headings, lists and links to sections of others, in one commit. Every contender has a clone.
// Hugo has two small layouts, those of ../shared/tools/peers/make-sites.sh; it checks no links and pairs no
// translations. It shows git dates on legal-docs only: on the generated site an edit took it minutes with them.
// Its pages go to the disk, its default, but not into a folder that it watches: else it builds without end.
//
// Start to first page: from spawn until GET of a text's page answers 200, asked again 2 ms after each other
// answer. CPU is user and system time of the process and the children it waited for, in steps of 10 ms. "Next
// start" finds what the start before it left in .git/engross; "first start" does not. One start of each is not
// counted. TMPDIR is where the sites lie.
//
// Save to visible: all servers run. Words are added to one paragraph of one file, written in place; the time is
// from before the write until a GET shows them, on one kept connection, 2 ms after each other answer, so the
// server renders or sends that page all the while. Texts take turns: small, middling and large originals, and
// translations. Before each edit lies a gap of 0.3 to 1.3 s, drawn from the seed, so that Hugo's tick of 500 ms
// is met everywhere, and again until all servers rest. One edit of each text is not counted. "One GET" is that
// before the edit. Ratios are medians of those of one round or edit: state these. Of a large site, engross keeps
// a part of the texts; others are read at a GET, which can show words some 20 ms before open pages are told.

import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const options = Object.fromEntries('legal only edits starts large-starts documents locales seed'.split(' ').map((name) => [name, { type: 'string' }]));
const { values: given, positionals } = parseArgs({ allowPositionals: true, options });
if (positionals.length !== 2) {
  console.error(fs.readFileSync(import.meta.filename, 'utf8').split('\n').slice(1, 11).map((line) => line.slice(3)).join('\n'));
  process.exit(2);
}
const number = (name, usual) => Number(given[name] ?? usual);
const edits = number('edits', 50), patience = 120_000;

const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * list.length - 1e-9) - 1)] ?? NaN;
const median = (list) => (quantile(list, 0.5) + quantile(list, list.length % 2 ? 0.5 : 0.5 + 1 / list.length)) / 2;
const real = (list) => list.filter((value) => !Number.isNaN(value));
const ratio = (list, to) => median(real(list.map((value, at) => value / to[at])));
const shown = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const load = () => os.loadavg().map((value) => value.toFixed(2)).join(' ');
function table(title, head, rows) {
  const all = [head, ...rows], widths = head.map((_, at) => Math.max(...all.map((row) => row[at].length)));
  const line = (row) => row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ');
  console.log([`\n${title}`, ...all.map((row) => `  ${line(row)}`)].join('\n'));
}
function chance(seed) { // mulberry32: the same numbers everywhere
  return () => {
    seed = (seed + 0x6d2b79f5) >>> 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'engross-preview-'));
const running = new Set(), [engross, hugo] = ['engross-binary', 'hugo-binary'].map((name) => path.join(temp, name));

async function clean() {
  await Promise.all([...running].map((preview) => preview.stop()));
  fs.rmSync(temp, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => clean().then(() => process.exit(130)));

const freePort = () => new Promise((done) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); });
});

class Preview {
  static async start(contender, target) { // until the page of the target answers
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const preview = Object.assign(new Preview(), { contender, agent, port: await freePort() });
    const log = path.join(temp, `${contender.name}.log`), out = fs.openSync(log, 'w');
    const [program, ...args] = contender.command(preview.port);
    const since = performance.now();
    preview.child = spawn(program, args, { cwd: contender.cwd, stdio: ['ignore', out, out] });
    preview.ended = new Promise((done) => preview.child.once('exit', done));
    running.add(preview);
    fs.closeSync(out);
    while ((await preview.get(target)).status !== 200) {
      const over = preview.child.exitCode !== null || performance.now() - since > patience;
      if (over) throw new Error(`${contender.name}: no page ${contender.page(target)}\n${fs.readFileSync(log, 'utf8').slice(-2000)}`);
      await pause(2);
    }
    return Object.assign(preview, { wall: (performance.now() - since) / 1000, spent: preview.cpu() });
  }

  get(target) {
    const { agent, port } = this, page = this.contender.page(target);
    return new Promise((done) => {
      const request = http.get({ host: '127.0.0.1', port, path: page, agent, timeout: patience }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part)).on('error', () => done({ status: 0, body: '' }));
        response.on('end', () => done({ status: response.statusCode, body: Buffer.concat(parts) }));
      });
      request.on('timeout', () => request.destroy()).on('error', () => done({ status: 0, body: '' }));
    });
  }

  async edit(target, word) { // milliseconds until the words are there, NaN if they never are
    const before = performance.now();
    await this.get(target);
    const idle = performance.now() - before, spent = this.cpu(), since = performance.now();
    fs.writeFileSync(path.join(this.contender.folder, target.file), `${target.before} ${word}${target.after}`);
    let seen;
    while (!(seen = (await this.get(target)).body.includes(word)) && performance.now() - since < patience) await pause(2);
    return { target, idle, took: seen ? performance.now() - since : NaN, spent: (this.cpu() - spent) * 1000 };
  }

  cpu() { // seconds, of the process and the children it waited for
    const fields = fs.readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ').pop().split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  }

  memory() { // MiB
    const text = fs.readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return ['VmRSS', 'VmHWM'].map((name) => Number(text.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024);
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.ended;
    this.agent.destroy();
    running.delete(this);
  }
}

const html = (title, body) => `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const base = '{{ .File.ContentBaseName }}', pages = `{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">${base}</a></li>{{ end }}`;
const single = html(base, `<nav><a href="/">Home</a><ul>{{ with .CurrentSection }}${pages}{{ end }}</ul></nav>
<main><h1>${base}</h1><p>Last updated: <time>{{ .Lastmod.Format "2006-01-02T15:04:05Z07:00" }}</time></p>{{ .Content }}</main>`);
const list = html('{{ .Title }}', `<h1>{{ .Title }}</h1><ul>{{ range .Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}${pages}</ul>`);

const git = (...args) => execFileSync('git', ['-c', 'core.autocrlf=false', '-c', 'init.defaultBranch=main', ...args], { stdio: 'ignore' });

function byEngross(name, source, settings) {
  const folder = path.join(temp, name.replaceAll(/\W+/g, '-')), page = ({ document, locale }) => `/${locale}/${document}/`;
  git('clone', '-q', source, folder);
  fs.writeFileSync(path.join(folder, 'engross.toml'), settings);
  const forget = () => fs.rmSync(path.join(folder, '.git/engross'), { recursive: true, force: true });
  return { name, folder, cwd: folder, page, forget, command: (port) => [engross, 'serve', '--root', folder, '--port', String(port)] };
}

function byHugo(source, content, dates) {
  const folder = path.join(temp, 'hugo'), cwd = path.join(folder, '_hugo');
  git('clone', '-q', source, folder);
  fs.mkdirSync(path.join(cwd, 'layouts'), { recursive: true });
  for (const [name, text] of Object.entries({ single, list })) fs.writeFileSync(path.join(cwd, `layouts/${name}.html`), text);
  fs.writeFileSync(path.join(cwd, 'hugo.toml'), `baseURL = "https://example.org/"
title = "policies"
enableGitInfo = ${dates}
disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]
publishDir = "../../hugo-public"
markup.goldmark.renderer.unsafe = true
module.mounts = [{ source = "${path.join('..', content)}", target = "content", files = ["**/*.md", "*.md"] }, { source = "layouts", target = "layouts" }]
`);
  const page = ({ file }) => `/${path.relative(content, file).slice(0, -3).toLowerCase()}/`;
  return { name: `hugo, ${dates ? 'git' : 'no'} dates`, folder, cwd, page, command: (port) => [hugo, 'server', '--bind', '127.0.0.1', '--port', String(port)] };
}

// The generated site.
const locales = 'en ar bg ca cs da de el es et eu fi fr ga gl he hi hr hu id is it ja ko lt lv ms nb nl pl pt-BR ro ru sk sl sv tr uk vi zh-CN'.split(' ');
// Languages of other scripts get their letters, one for one: as many bytes as such texts have, no sense.
const cyrillic = 'абвгдежзийклмнопрстуфхцчшщ';
const scripts = {
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنه', he: 'אבגדהוזחטיכלמנסעפצקרשתםןףץ', el: 'αβγδεζηθικλμνξοπρστυφχψωάέ', bg: cyrillic, ru: cyrillic, uk: cyrillic,
  hi: 'कखगघचछजझटठडढणतथदधनपफबभमयरल', ja: 'あいうえおかきくけこさしすせそたちつてとなにぬねの', ko: '가나다라마바사아자차카타파하고노도로모보소오조초코토', 'zh-CN': '之人信息个法律服务我们可以使用你的数据保留期限同意权利公开',
};
const topics = 'Information we collect,How we use information,Legal bases,Sharing with others,Retention,Your rights,Security,International transfers,Children,Payment,Termination,Liability,Governing law,Changes,Contact us,Definitions'.split(',');
const kinds = 'privacy-notice,terms-of-service,cookie-policy,acceptable-use,data-processing,refund-policy,security-policy,community-rules,license-terms,subprocessors'.split(',');
const subjects = 'We,Our affiliates,Our service providers,The controller,The processor,You,Authorised users'.split(',');
const duties = 'may keep,will delete,must disclose,can transfer,shall protect,may process,will review,may correct'.split(',');
const objects = 'account data,records of payments,the contents of messages,information about devices,personal data of visitors,technical logs'.split(',');
const limits = 'for as long as the contract lasts,where the law requires it,within thirty days of a request,only with prior consent,unless a court orders otherwise,to the extent that it is necessary,in accordance with section 4.2,without undue delay'.split(',');
const nameOf = (at) => `${kinds[at % kinds.length]}-${String(at).padStart(3, '0')}`;
const topicsOf = (at) => topics.filter((_, which) => (which * 7 + at) % 16 < 5 + (at % 6));
function textOf(at, count, locale) {
  const random = chance(at + 1), pick = (from) => from[Math.floor(random() * from.length)];
  const letters = scripts[locale] && [...scripts[locale]];
  const said = (words) => (letters ? words.replaceAll(/[a-z]/gi, (letter) => letters[letter.toLowerCase().charCodeAt(0) - 97]) : words);
  const sentence = () => `${pick(subjects)} ${pick(duties)} ${pick(objects)} ${pick(limits)}.`;
  const sentences = (many) => said(Array.from({ length: many }, sentence).join(' '));
  const parts = [`# ${said(nameOf(at).replaceAll('-', ' '))}`, sentences(3)];
  for (const [section, topic] of topicsOf(at).entries()) {
    const other = (at * 13 + section * 101 + 7) % count, aim = pick(topicsOf(other));
    parts.push(`## ${said(topic)}`, sentences(2 + Math.floor(random() * 2)));
    if (section % 2) parts.push(Array.from({ length: 3 }, () => `- **${said(pick(objects))}**: ${said(pick(limits))}`).join('\n'));
    parts.push(`${sentences(1)} [${said(aim)}](../${nameOf(other)}/${locale}.md#${aim.toLowerCase().replaceAll(' ', '-')})`);
  }
  return parts.join('\n\n') + '\n';
}

function generate(folder, documents, languages) {
  for (let at = 0; at < documents; at++) {
    fs.mkdirSync(path.join(folder, 'content', nameOf(at)), { recursive: true });
    for (const locale of languages) fs.writeFileSync(path.join(folder, 'content', nameOf(at), `${locale}.md`), textOf(at, documents, locale));
  }
  git('init', '-q', folder);
  git('-C', folder, 'add', '-A');
  git('-C', folder, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', 'commit', '-q', '-m', 'The policies');
}

/** Cuts a text at the end of a plain paragraph in its middle. */
function targetAt(folder, file, document, locale) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const plain = [...text.matchAll(/(?<=\n\n)(?=\p{L})[^\n[\]<>{}*_|`]{20,}(?=\n\n)/gu)];
  if (!plain.length) return undefined;
  const found = plain[plain.length >> 1], cut = found.index + found[0].length;
  return { file, document, locale, size: Buffer.byteLength(text), before: text.slice(0, cut), after: text.slice(cut) };
}

async function starts(title, rounds, plan, target) {
  const taken = plan.map(() => ({ wall: [], cpu: [] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { contender, first }] of plan.entries()) {
      if (first) contender.forget();
      const preview = await Preview.start(contender, target);
      await preview.stop();
      if (round) taken[at].wall.push(preview.wall), taken[at].cpu.push(preview.spent);
    }
  }
  table(`Start to first page, ${title}, ${rounds} starts of each in turn (load ${load()})`, ['', 'wall s', 'cpu s', 'wall to hugo', 'cpu to hugo'],
    taken.map(({ wall, cpu }, at) => [plan[at].label, ...[median(wall), median(cpu), ratio(wall, taken[0].wall), ratio(cpu, taken[0].cpu)].map((value) => shown(value, 2))]));
}

async function saves(title, contenders, targets) {
  const random = chance(number('seed', 1)), previews = [], taken = contenders.map(() => []);
  for (const contender of contenders) previews.push(await Preview.start(contender, targets[0]));
  for (let round = -targets.length; round < edits; round++) {
    for (const [at, preview] of previews.entries()) {
      const gap = 300 + random() * 1000, busy = () => previews.reduce((sum, one) => sum + one.cpu(), 0);
      for (let before = -1; busy() - before > 0.05; await pause(gap)) before = busy();
      const edit = await preview.edit(targets.at(round % targets.length), `wordmark${round + 1000}seen`);
      if (round >= 0) taken[at].push(edit);
    }
  }
  const times = (at, target) => taken[at].filter((edit) => !target || edit.target === target).map((edit) => edit.took);
  const late = (at) => quantile(real(times(at)), 0.95), mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  table(`Save to visible, ${title}, ${edits} edits of each in turn (load ${load()})`, ['', 'median ms', '95 % ms', 'to hugo', '95 % to hugo', 'never', 'one GET ms', 'mean cpu ms'],
    contenders.map(({ name }, at) => [name, shown(median(real(times(at))), 1), shown(late(at), 1), shown(ratio(times(at), times(0)), 3), shown(late(at) / late(0), 3),
      String(edits - real(times(at)).length), shown(median(taken[at].map(({ idle }) => idle)), 1), shown(mean(taken[at].map(({ spent }) => spent)), 0)]));
  table('Median ms by text', ['', ...contenders.map(({ name }) => name)],
    targets.map((target) => [`${target.file}, ${(target.size / 1000).toFixed(1)} kB`, ...contenders.map((_, at) => shown(median(real(times(at, target))), 1))]));
  table('Memory after the edits', ['', 'now MiB', 'peak MiB'], previews.map((preview) => [preview.contender.name, ...preview.memory().map((value) => shown(value, 0))]));
  for (const preview of previews) await preview.stop();
}

async function both(title, source, content, dates, settings, rounds, choose) {
  const peer = byHugo(source, content, dates), ours = byEngross('engross', source, settings);
  const historic = byEngross('engross, versions from git', source, `${settings}[versions]\nfrom = "git"\n`);
  const kinds = (contender) => [true, false].map((first) => ({ label: `${contender.name}, ${first ? 'first' : 'next'} start`, contender, first }));
  const targets = choose(ours.folder).filter(Boolean);
  await starts(title, rounds, [{ label: peer.name, contender: peer }, ...kinds(ours), ...kinds(historic)], targets[0]);
  await saves(title, [peer, ours, historic], targets);
  for (const folder of [peer.folder, ours.folder, historic.folder, path.join(temp, 'hugo-public')]) fs.rmSync(folder, { recursive: true, force: true });
}

function chooseLegal(folder) {
  const known = fs.readdirSync(path.join(folder, 'en')).filter((name) => name.endsWith('.md')).flatMap((name) => targetAt(folder, `en/${name}`, name.slice(0, -3), 'en') ?? []);
  known.sort((a, b) => a.size - b.size || (a.file < b.file ? -1 : 1));
  const many = ({ document }) => locales.filter((locale) => fs.existsSync(path.join(folder, locale, `${document}.md`))).length;
  const largest = known.findLast((target) => many(target) > 8), widest = [...known].sort((a, b) => many(b) - many(a)).find((target) => target !== largest);
  const translated = ({ document }, locale) => targetAt(folder, `${locale}/${document}.md`, document, locale);
  return [known[known.length >> 1], known[0], known.at(-1), widest, translated(widest, 'de'), translated(widest, 'ja'), translated(largest, 'fr'), translated(largest, 'ru')];
}

try {
  for (const [at, copy] of [engross, hugo].entries()) fs.copyFileSync(positionals[at], copy); // a build may replace them meanwhile
  const version = (binary, what) => execFileSync(binary, [what], { encoding: 'utf8' }).trim().split(/[-+]| BuildDate/)[0];
  console.log(`${version(engross, '--version')} (sha256 ${execFileSync('sha256sum', [engross], { encoding: 'utf8' }).slice(0, 12)}); ${version(hugo, 'version')}; ${os.availableParallelism()} cores, load ${load()}`);
  if (given.only !== 'large') {
    const settings = '[site]\nbase_url = "https://legal.example.com/"\n[locales]\nfallback = "none"\n[content]\nfolder = "."\npath = "{locale}/{document}.md"\nexclude = ["README.md", "LICENSE.md", "CODE_OF_CONDUCT.md"]\nhtml = "sanitize"\n';
    const bundle = path.resolve(given.legal ?? path.join(import.meta.dirname, '../../shared/corpora/legal-docs.bundle'));
    await both('legal-docs', bundle, '', true, settings, number('starts', 7), chooseLegal);
  }
  if (given.only !== 'legal') {
    const documents = number('documents', 500), languages = locales.slice(0, number('locales', 40)), source = path.join(temp, 'source');
    generate(source, documents, languages);
    const settings = '[site]\nbase_url = "https://policies.example.com/"\n[content]\npath = "{document}/{locale}.md"\n';
    const wanted = Object.entries({ 0: 'en', 0.27: 'de', 0.5: 'en', 0.62: 'ja', 0.08: 'ar', 0.999: 'en', 0.15: 'fr', 0.81: 'ru' }).filter(([, locale]) => languages.includes(locale));
    const choose = (folder) => wanted.map(([share, locale]) => [nameOf(Math.floor(share * documents)), locale]).map(([name, locale]) => targetAt(folder, `content/${name}/${locale}.md`, name, locale));
    await both(`generated, ${documents * languages.length} texts`, source, 'content', false, settings, number('large-starts', 3), choose);
  }
} finally {
  await clean();
}

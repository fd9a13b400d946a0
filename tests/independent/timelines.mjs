// The versions that the history of a site holds, counted with git itself and another Markdown parser.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DomUtils, parseDocument } from 'htmlparser2';
import { difference, read } from './reading.mjs';
import { GIT, git } from './settings.mjs';

// ---- Revisions ----

/** What git lists of a file: `{ commit, seconds, kind, path }`, newest first. */
async function log(root, args) {
  const all = ['--literal-pathspecs', '-C', root, 'log', '-z', '--name-status', '--format=@%H %ct', ...args];
  const fields = (await promisify(execFile)('git', all, GIT)).stdout.split('\0');
  const found = [];
  for (let at = 0; at < fields.length && fields[at] !== '';) {
    const [, commit, seconds] = /^@([0-9a-f]{40}) (\d+)$/.exec(fields[at++]) ?? [];
    if (!commit) throw new Error(`git log gave ${JSON.stringify(fields[at - 1])}`);
    // The path of another one changed with it cannot be there: one file is asked for.
    const kind = fields[at].startsWith('\n') ? fields[at++].slice(1, 2) : null;
    if (kind === null) throw new Error(`git log names no file in ${commit}`);
    if (kind === 'R' || kind === 'C') at += 1;
    found.push({ commit, seconds: Number(seconds), kind, path: fields[at++] });
  }
  return found;
}

/** The revisions of a file of HEAD, newest first, deletions with them. */
async function followed(root, path) {
  const list = await log(root, ['--follow', '--', path]);
  const copied = list.findIndex(({ kind }) => kind === 'C');
  if (copied < 0) return list;
  // It did not exist before, unless a file of that name was deleted.
  const { commit, path: name } = list[copied];
  const all = await log(root, ['--no-renames', '--full-history', '--no-merges', 'HEAD', '--', name]);
  const from = all.findIndex((entry) => entry.commit === commit);
  if (from < 0) throw new Error(`git lists ${commit} with --follow alone`);
  return [...list.slice(0, copied + 1), ...all.slice(from + 1)];
}

async function eachAtOnce(items, work) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** The commits that are marked as editorial. */
export function editorial(root) {
  const found = new Set();
  const lines = git(root, ['log', '--format=%H %(trailers:key=Policy-Change,valueonly,separator=%x2C)', 'HEAD']).split('\n');
  for (const line of lines) if (/^\S+ \s*editorial\s*$/.test(line)) found.add(line.slice(0, 40));
  const file = join(root, '.policy-ignore-revs');
  if (existsSync(file)) for (const [id] of readFileSync(file, 'utf8').matchAll(/^[0-9a-f]{40}(?=\s|$)/gm)) found.add(id);
  return found;
}

// ---- Readings ----

const LABEL = /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] ?/gi;
const BOX = new RegExp(`^[^\\S\\n]*(?:>[^\\S\\n]*)+${LABEL.source}[^\\S\\n]*(\\S?)`, 'gim');

/** Words in which forms that the two sides write in their own way are alike. */
const alike = (words) => words
  .replace(/\{%.*?%\}/g, (form) => form.replace(/\s+/g, ''))
  .replace(LABEL, '') // What makes a quotation a box.
  .replace(/ ?\u21a9\ufe0e/g, '') // The way back from a footnote.
  .replace(/\[(\d+):\d+\]/g, '[$1]') // A second reference to one.
  .replace(/ \[[ xX]\] (?=\S)/g, ' ') // The state of a task.
  .replace(/\s+/g, ' ').trim();

/** What a reading shows: a title, and words with the alternative texts of images among them. */
export function shown({ words, marks }) {
  let place = 0;
  let letters = 0;
  const upTo = (at) => {
    const start = place;
    for (; letters < at; place += 1) if (words[place] !== ' ') letters += 1;
    return words.slice(start, place);
  };
  const title = upTo(marks[0]?.mark === 'title' ? marks[0].at : 0);
  const images = marks.filter(({ mark }) => /^image .*\S/s.test(mark));
  const parts = images.map(({ at, mark }) => `${upTo(at)} ${mark.slice('image '.length)} `);
  return { title: alike(title), words: alike(`${parts.join('')}${words.slice(place)}`), images: images.length > 0 };
}

/** What a reader gets from the article of a page, read as if it were raw HTML in a Markdown text. */
export function article(html, source) {
  const page = parseDocument(html).children;
  const [element, ...more] = DomUtils.findAll(({ name, attribs }) =>
    name === 'article' && /(^|\s)prose(\s|$)/.test(attribs.class), page);
  if (!element || more.length > 0) throw new Error('it has not one article');
  const all = (test) => DomUtils.findAll(test, element.children);
  for (const added of all(({ attribs }) => 'data-engross' in attribs)) DomUtils.removeElement(added);
  const classed = (name) => all(({ attribs }) => ` ${attribs.class} `.includes(` ${name} `));
  // A lettered list has its letters in the text.
  for (const list of classed('clauses')) list.name = 'ul';
  for (const { children, attribs } of all(({ name }) => name === 'a')) {
    if (attribs.href?.startsWith('#fn-') && children[0]?.type === 'text') children[0].data = `[${children[0].data}]`;
  }
  // A box without a title of the author has one of the page's words.
  const titled = [...source.matchAll(BOX)].map(([, own]) => own !== '');
  classed('alert-title').forEach((label, index) => titled[index] || DomUtils.removeElement(label));
  const inner = DomUtils.getInnerHTML(element).replace(/\n/g, '&#10;').replace(/\{/g, '&#123;');
  const title = DomUtils.textContent(DomUtils.findOne(({ name }) => name === 'title', page) ?? []);
  return { ...shown(read(`<div>${inner}</div>`)), title: alike(title) };
}

/** The first words in which a page differs from what it must show, or null. */
export function firstDifference(expected, found, language) {
  let [one, other] = [expected.words, found.words];
  // Spaces round images are not known, and in these languages emphasis that markdown-it does not
  // see is emphasis for others.
  const loose = /^(ja|ko|zh)\b/.test(language) ? /[\s*]+/g : expected.images ? /\s+/g : null;
  if (one !== other && loose) [one, other] = [one, other].map((words) => words.replace(loose, ''));
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const start = Math.max(0, one.lastIndexOf(' ', at - 1) + 1, at - 30);
  const context = (words) => JSON.stringify(words.slice(start, at + 40));
  return `${context(other)} instead of ${context(one)}`;
}

// ---- Versions ----

class Texts {
  #readings = new Map();

  constructor(history, settings) {
    this.history = history;
    this.settings = settings;
  }

  bytes({ commit, path }) {
    return this.history.content(`${commit}:${path}`)?.bytes;
  }

  /** The Markdown of a file in a commit, in a form that this parser takes as engross does. */
  source(revision) {
    return this.bytes(revision).toString('utf8')
      // An attribute list has no space before it, as it has no words.
      .replace(/[^\S\n]+(\{:[^{}\n]*\})(?=[^\s{])/g, '$1')
      // A link that is not allowed is one that leads nowhere, not the letters that it is written with.
      .replace(/\]\((?=(?:file|data|javascript|vbscript):)/gi, '](x-')
      // `[a@b.example](a@b.example)` leads to a file of that name, not to the address that it shows.
      .replace(/\[(?![a-z][a-z0-9+.-]*:)([^\s[\]()<>]+)\]\((?=\1\))/gi, '[$1](./');
  }

  /** What a reader gets from a file in a commit. */
  read(revision, language) {
    const { commit, path } = revision;
    const { id } = this.history.content(`${commit}:${path}`);
    const key = `${id} ${language}`;
    try {
      if (!this.#readings.has(key)) this.#readings.set(key, this.settings.substitute(read(this.source(revision)), language));
    } catch (error) {
      throw new Error(`${path} cannot be read in ${commit}: ${error.message}`);
    }
    return this.#readings.get(key);
  }

  /** The versions of a text, oldest first, and how many revisions are none. */
  versions({ revisions, language }) {
    const days = [];
    for (const revision of revisions.toReversed()) {
      const day = this.settings.day(revision.seconds);
      const last = days.at(-1);
      if (last && day <= last.version) last.revisions.push(revision);
      else days.push({ version: day, revisions: [revision] });
    }
    const versions = [];
    let waiting = [];
    let without = 0;
    for (const { version, revisions: ofDay } of days) {
      const revision = ofDay.at(-1);
      waiting.push(...ofDay);
      if (!this.bytes(revision)) {
        without += 1;
        continue;
      }
      const last = versions.at(-1);
      if (last && difference(this.read(last, language), this.read(revision, language)) === null) continue;
      // `made` are the revisions that made this version of the last one.
      versions.push({ version, commit: revision.commit, path: revision.path, made: waiting });
      waiting = [];
    }
    return {
      versions,
      same_day: revisions.length - days.length,
      without_text: without,
      same_text: days.length - without - versions.length,
    };
  }
}

/** The texts of HEAD with their versions. */
export async function timelines(root, settings, history) {
  const paths = git(root, ['ls-tree', '-r', '-z', '--name-only', 'HEAD']).split('\0').filter((path) => path.endsWith('.md'));
  const texts = paths.map((path) => settings.text(path)).filter(Boolean);
  if (texts.length === 0) throw new Error('there is no text');
  await eachAtOnce(texts, async (text) => {
    text.revisions = await followed(root, text.path);
  });
  const files = texts.flatMap(({ path, revisions }) =>
    [{ commit: history.head, path }, ...revisions].map((revision) => `${revision.commit}:${revision.path}`));
  history.load(files);
  const reader = new Texts(history, settings);
  for (const text of texts) Object.assign(text, reader.versions(text));
  return { texts, reader };
}

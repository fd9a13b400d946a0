// The settings of a site, and git apart from those of this machine.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Git apart from the settings of this machine. */
export const GIT = { env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }, maxBuffer: 1024 ** 3 };

export function git(root, args) {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', root, ...args], GIT);
  if (error || status !== 0) throw new Error(`git ${args[0]} failed: ${error ?? stderr}`);
  return stdout.toString();
}

/** What `engross status` says of a site, or a file that holds it. */
export function status(root, { status: file, engross }) {
  if (file) return JSON.parse(readFileSync(file, 'utf8'));
  const program = engross ?? process.env.ENGROSS ?? fileURLToPath(new URL('../../target/release/engross', import.meta.url));
  const args = ['status', '--format', 'json', '--root', root];
  const run = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  if (run.error) throw run.error;
  if (run.status !== 0 && run.status !== 1) throw new Error(`${program} ended with ${run.status}: ${run.stderr}${run.stdout}`);
  return JSON.parse(run.stdout);
}

// ---- Settings ----

/** As much of TOML as settings are written in: tables, texts, arrays, tables in braces. */
function toml(text) {
  const tokens = text.matchAll(/"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|#[^\n]*|(\n)|([[\]{}=,.])|([\w-]+)|[^\S\n]+|(.)/g);
  const list = [];
  for (const [, quoted, literal, end, sign, bare, other] of tokens) {
    if (other) throw new Error(`engross.toml cannot be read here, at ${other}`);
    if (quoted !== undefined) list.push({ text: JSON.parse(`"${quoted}"`) });
    else if (literal !== undefined) list.push({ text: literal });
    else if (bare !== undefined) list.push({ text: bare, bare: true });
    else if (end || sign) list.push({ sign: end ?? sign });
  }
  let at = 0;
  const is = (sign) => list[at]?.sign === sign;
  const skip = (sign) => {
    while (is(sign)) at += 1;
  };
  const take = (sign) => {
    if (!is(sign)) throw new Error(`engross.toml cannot be read here: ${sign} is expected, not ${JSON.stringify(list[at])}`);
    at += 1;
  };
  const keys = () => {
    const names = [list[at++]?.text];
    for (; is('.'); at += 2) names.push(list[at + 1]?.text);
    return names;
  };
  const inside = (table, names) => names.reduce((inner, name) => (inner[name] ??= {}), table);
  const pair = (table) => {
    const names = keys();
    take('=');
    inside(table, names.slice(0, -1))[names.at(-1)] = value();
  };
  const value = () => {
    if (is('[')) {
      const values = [];
      for (at += 1, skip('\n'); !is(']'); skip('\n')) {
        values.push(value());
        skip('\n');
        if (!is(']')) take(',');
      }
      at += 1;
      return values;
    }
    if (is('{')) {
      const table = {};
      for (at += 1; !is('}');) {
        pair(table);
        if (!is('}')) take(',');
      }
      at += 1;
      return table;
    }
    const { text: word, bare } = list[at++];
    return bare && /^(true|false)$/.test(word) ? word === 'true' : bare && /^\d+$/.test(word) ? Number(word) : word;
  };
  const root = {};
  let table = root;
  for (skip('\n'); at < list.length; skip('\n')) {
    if (is('[')) {
      at += 1;
      table = inside(root, keys());
      take(']');
    } else pair(table);
    if (at < list.length) take('\n');
  }
  return root;
}

const literally = (text) => text.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&');

/** A glob in which `*` stays within one folder. */
const glob = (pattern) => new RegExp(`^${pattern.replace(/\/+$/, '').split(/(\*\*\/|\*\*|\*|\?)/).map((part) =>
  ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[part] ?? literally(part)).join('')}$`, 'su');

export class Settings {
  constructor(text) {
    const { site = {}, locales = {}, content = {}, variables = {} } = toml(text);
    if (!site.base_url) throw new Error('engross.toml has no site.base_url');
    this.base = site.base_url.replace(/\/?$/, '/');
    this.zone = new Intl.DateTimeFormat('sv-SE', { timeZone: site.time_zone ?? 'UTC', dateStyle: 'short' });
    this.source = Intl.getCanonicalLocales(locales.source ?? 'en')[0];
    this.publish = locales.publish && new Set(Intl.getCanonicalLocales(locales.publish));
    this.folder = (content.folder ?? 'content').split('/').filter((part) => part !== '' && part !== '.').join('/');
    this.exclude = (content.exclude ?? []).map(glob);
    const pattern = literally(content.path ?? '{document}/{locale}.md')
      .replace('\\{document\\}', '(?<document>.+)').replace('\\{locale\\}', '(?<locale>[^/]+?)');
    this.pattern = new RegExp(`^${pattern}$`, 'su');
    this.variables = variables;
    // In a reading spaces are lost within `{% … %}`, and may be lost elsewhere.
    const mark = (part) => literally(part).replace(/\s+/g, '\\s*');
    this.placeholders = (content.placeholders ?? ['[[{name}]]']).map((form) => form.split('{name}').map(mark))
      .map(([open, close]) => `${open}([A-Za-z][A-Za-z0-9_.-]*)${close}`);
  }

  day(seconds) {
    return this.zone.format(new Date(seconds * 1000));
  }

  /** The text that a file holds, or null. */
  text(path) {
    if (this.folder && !path.startsWith(`${this.folder}/`)) return null;
    const inner = this.folder ? path.slice(this.folder.length + 1) : path;
    if (!this.folder && /^(public|themes|versions)\//.test(inner)) return null;
    if (/(^|\/)node_modules\//.test(inner)) return null;
    const parts = inner.split('/');
    const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    if (above.some((folder) => this.exclude.some((pattern) => pattern.test(folder)))) return null;
    const { document, locale } = this.pattern.exec(inner)?.groups ?? {};
    if (document === undefined) return null;
    const language = locale === undefined ? this.source : canonical(locale);
    if (language === null || (this.publish && !this.publish.has(language))) return null;
    return { path, document, language };
  }

  /** A reading with the values of variables in place of their names. */
  substitute({ words, marks }, language) {
    const own = Object.entries(this.variables).find(([tag, values]) => typeof values === 'object' && canonical(tag) === language);
    const values = { ...this.variables, ...own?.[1] };
    const letters = (text) => text.replace(/\s+/g, '').length;
    let out = '';
    let done = 0;
    let before = 0; // Letters up to `done`.
    const moved = marks.map(({ at }) => at);
    for (const found of words.matchAll(new RegExp(this.placeholders.join('|'), 'g'))) {
      const value = values[found.slice(1).find((name) => name !== undefined)];
      if (typeof value !== 'string') continue;
      const end = before + letters(words.slice(done, found.index)) + letters(found[0]);
      marks.forEach(({ at }, index) => {
        if (at >= end) moved[index] += letters(value) - letters(found[0]);
      });
      out += words.slice(done, found.index) + value;
      done = found.index + found[0].length;
      before = end;
    }
    if (done === 0) return { words, marks };
    return { words: out + words.slice(done), marks: marks.map(({ mark }, index) => ({ at: moved[index], mark })) };
  }
}

function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return null;
  }
}

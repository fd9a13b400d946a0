// Judges the dates that engross gives to documents, with git itself and another Markdown parser.
//
//   node dates.mjs REPOSITORY [--status FILE.json] [--engross PATH]
//
// REPOSITORY is a site whose root is the top of a git repository. Judged is what
// `engross status --format json --root REPOSITORY` says, or a file that holds it. The program is
// that of --engross, else of ENGROSS in the environment, else ../../target/release/engross.
//
// A fault is
//   - an `updated` commit whose text a reader cannot tell from that of one of its parents,
//   - an `updated` commit whose text is not that of HEAD (not judged where there are `editorial` commits),
//   - a `formatting_only` commit whose text differs from that of every parent,
//   - a `touched` commit that is not the one of `git log -1`,
//   - an instant that is not the committer's.
// Exit code: 0 without faults, 1 with faults, 2 where something could not be read.
import { parseArgs } from 'node:util';
import { History } from './history.mjs';
import { difference, read } from './reading.mjs';
import { status } from './settings.mjs';

const NEAR = 30; // days

/** The documents of a status, where it has the form that is expected here. */
function checked({ documents }) {
  if (!Array.isArray(documents) || documents.length === 0) throw new Error('the status has no documents');
  const isCommit = (entry) => /^[0-9a-f]{40}$/.test(entry?.commit) && !Number.isNaN(Date.parse(entry.instant)) &&
    /^\d{4}-\d\d-\d\d$/.test(entry.date);
  for (const document of documents) {
    const { path, updated, touched, formatting_only: passedOver, editorial } = document;
    const expected = {
      path: typeof path === 'string',
      updated: updated === null || isCommit(updated),
      touched: touched === null || isCommit(touched),
      formatting_only: Array.isArray(passedOver) && passedOver.every(isCommit),
      editorial: Array.isArray(editorial),
    };
    const wrong = Object.keys(expected).find((key) => !expected[key]);
    if (wrong) throw new Error(`\`${wrong}\` is not as expected in ${JSON.stringify(document).slice(0, 300)}`);
  }
  if (!documents.some(({ updated }) => updated)) throw new Error('no document has a date: there is nothing to judge');
  return documents;
}

/** Reads all files that are to be judged, and what the documents were called in each commit. */
function load(documents, history) {
  const files = [];
  for (const document of documents) {
    document.names = history.names(document.path);
    files.push(`${history.head}:${document.path}`);
    for (const entry of [document.updated, ...document.formatting_only]) {
      const path = document.names.get(entry?.commit);
      if (path === undefined) continue;
      files.push(`${entry.commit}:${path}`);
      for (const before of history.before(entry.commit, path)) {
        if (before.path !== null) files.push(`${before.parent}:${before.path}`);
      }
    }
  }
  history.load(files);
}

class Judge {
  #readings = new Map();

  constructor(history, touched) {
    this.history = history;
    this.touched = touched;
  }

  source(commit, path) {
    const content = this.history.content(`${commit}:${path}`);
    if (!content) throw new Error(`${path} is not in ${commit}`);
    try {
      return { id: content.id, text: new TextDecoder('utf-8', { fatal: true }).decode(content.bytes) };
    } catch {
      throw new Error(`${path} is not UTF-8 in ${commit}`);
    }
  }

  /** The reading of a file in a commit. */
  read(commit, path) {
    const { id, text } = this.source(commit, path);
    try {
      if (!this.#readings.has(id)) this.#readings.set(id, read(text));
    } catch (error) {
      throw new Error(`${path} cannot be read in ${commit}: ${error.message}`);
    }
    return this.#readings.get(id);
  }

  /** How a commit changed the text of a document, for each parent: null, or what is different. */
  changes(document, commit) {
    const path = document.names.get(commit);
    if (path === undefined) return null;
    return this.history.before(commit, path).map(({ parent, path: before }) =>
      before === null ? `the file is not in ${parent.slice(0, 12)}`
        : difference(this.read(parent, before), this.read(commit, path)));
  }

  faults(document) {
    const { path, updated, touched, formatting_only: passedOver } = document;
    const faults = [];
    const fault = (commit, what) => faults.push(`${path}\n    ${commit}\n    ${what}`);
    const stranger = 'the file of today does not go back to this commit';

    if (updated) {
      const changes = this.changes(document, updated.commit);
      if (changes === null) fault(updated.commit, `updated: ${stranger}`);
      else {
        if (changes.includes(null)) fault(updated.commit, 'updated: a parent has the same text');
        const since = document.editorial.length > 0 ? null
          : difference(this.read(updated.commit, document.names.get(updated.commit)), this.read(this.history.head, path));
        if (since) fault(updated.commit, `updated: the text changed since: ${since}`);
      }
    }
    for (const { commit } of passedOver) {
      const changes = this.changes(document, commit);
      if (changes === null) fault(commit, `formatting_only: ${stranger}`);
      else if (!changes.includes(null)) fault(commit, `formatting_only: the text changed: ${changes[0] ?? 'it is new'}`);
    }
    const last = this.touched.get(path);
    if ((touched?.commit ?? '') !== last) fault(touched?.commit ?? 'no commit', `touched: git log -1 names ${last || 'none'}`);
    for (const [name, entry] of Object.entries({ updated, touched })) {
      const seconds = this.history.commits.get(entry?.commit)?.seconds;
      if (seconds !== undefined && Date.parse(entry.instant) !== seconds * 1000) {
        fault(entry.commit, `${name}: ${entry.instant} is not the committer's ${new Date(seconds * 1000).toISOString()}`);
      }
    }
    return faults;
  }

  /** The first day that a document states in an attribute list, or undefined. */
  stated({ path }) {
    if (!this.history.content(`${this.history.head}:${path}`)) return undefined; // It is not committed yet.
    return /\{:[^{}\n]*\bdatetime="(\d{4}-\d\d-\d\d)"/.exec(this.source(this.history.head, path).text)?.[1];
  }
}

const days = (earlier, later) => (Date.parse(later) - Date.parse(earlier)) / 86_400_000;

function table(documents, judge) {
  const line = (what, value) => console.log(`${what.padEnd(48)}${value}`);
  const dated = documents.filter(({ updated, touched }) => updated && touched);
  const moved = dated.filter(({ updated, touched }) => updated.commit !== touched.commit);
  const spans = moved.map(({ updated, touched }) => days(updated.instant, touched.instant)).sort((a, b) => a - b);
  const share = (part) => spans[Math.max(0, Math.ceil(part * spans.length) - 1)]?.toFixed(1) ?? '-';
  line('documents', documents.length);
  line('  without updated', documents.filter(({ updated }) => !updated).length);
  line('  updated = touched', dated.length - moved.length);
  line('  moved: updated earlier than touched', moved.length);
  line('    by days: median, 90th percentile, most', `${share(0.5)}, ${share(0.9)}, ${share(1)}`);
  line('  with editorial commits (HEAD not compared)', documents.filter(({ editorial }) => editorial.length > 0).length);
  line('formatting_only commits judged', documents.reduce((sum, { formatting_only: list }) => sum + list.length, 0));

  const stating = documents.map((document) => ({ ...document, day: judge.stated(document) })).filter(({ day }) => day);
  const near = (key) => stating.filter((document) => document[key] && Math.abs(days(document.day, document[key].date)) <= NEAR).length;
  line('documents that state a date', stating.length);
  line(`  touched within ${NEAR} days of it`, near('touched'));
  line(`  updated within ${NEAR} days of it`, near('updated'));

  const last = new Map();
  for (const { touched } of moved) last.set(touched.commit, (last.get(touched.commit) ?? 0) + 1);
  const most = [...last].sort((a, b) => b[1] - a[1]).slice(0, 5);
  if (most.length > 0) console.log('most often the last touch of moved documents');
  for (const [commit, count] of most) {
    console.log(`  ${String(count).padStart(4)}  ${commit.slice(0, 12)}  ${judge.history.commits.get(commit)?.subject ?? ''}`);
  }
}

async function main() {
  const options = { status: { type: 'string' }, engross: { type: 'string' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length !== 1) throw new Error('usage: node dates.mjs REPOSITORY [--status FILE.json] [--engross PATH]');
  const [root] = positionals;
  const documents = checked(status(root, values));
  const history = new History(root);
  load(documents, history);
  const judge = new Judge(history, await history.touched(documents.map(({ path }) => path)));
  const faults = documents.flatMap((document) => judge.faults(document));
  table(documents, judge);
  console.log(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

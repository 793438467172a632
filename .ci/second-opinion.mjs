// Runs cfn-guard once over all templates and compares the rules that fail with those that are listed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join, relative } from 'node:path';

const [packageFolder, listFile, root] = process.argv.slice(2);

const templates = templatesBelow(root, root === 'tests' ? /\/Cases\// : /^/);
if (templates.length === 0) fail(`There is no *.template.json below ${root}, so there is nothing to give an opinion on.`);

const listed = readList(listFile);
const failing = rulesThatFail(runGuard(templates));

const unlisted = [...failing.keys()].filter(rule => !listed.has(rule)).sort();
const stale = [...listed.keys()].filter(rule => !failing.has(rule)).sort();

for (const rule of unlisted) {
  console.error(`\n${rule}: ${failing.get(rule).message}`);
  for (const place of failing.get(rule).places.slice(0, 10)) console.error(`  ${place}`);
  if (failing.get(rule).places.length > 10) console.error(`  … and ${failing.get(rule).places.length - 10} more`);
}
for (const rule of stale) console.error(`\n${rule} is listed in ${listFile}, but no template fails it any more: remove it there.`);

console.log(`\nsecond opinion: ${templates.length} templates, ${failing.size} rules fail: ${failing.size - unlisted.length} listed, ${unlisted.length} not; ${stale.length} listed in vain`);
// Below another folder than tests, fewer templates are looked at: what is listed need not fail there.
process.exit(unlisted.length > 0 || (stale.length > 0 && root === 'tests') ? 1 : 0);

// The same network stands in many cases; what is the same needs one opinion.
function templatesBelow(folder, pattern) {
  const seen = new Set();
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.template.json'))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).replaceAll('\\', '/'))
    .filter(path => pattern.test(path) && !/\/(bin|obj|node_modules)\//.test(root === 'tests' ? path : ''))
    .sort()
    .filter(path => {
      const text = readFileSync(path, 'utf8');
      return !seen.has(text) && seen.add(text);
    });
}

function readList(path) {
  const rules = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('#'))) {
    const [, rule, reason] = /^(\w+):\s*(\S.*)$/.exec(line) ?? fail(`${path}: "${line}" is not "rule: reason".`);
    if (rules.has(rule)) fail(`${path}: ${rule} is listed twice.`);
    rules.set(rule, reason);
  }
  return rules;
}

function runGuard(paths) {
  const machine = `${{ linux: 'ubuntu', darwin: 'macos' }[platform()]}/${{ x64: 'x86_64', arm64: 'aarch64' }[arch()]}`;
  const guard = join(packageFolder, 'bin', machine, 'cfn-guard');
  if (!existsSync(guard)) fail(`The package has no cfn-guard for ${platform()} on ${arch()}.`);
  const rules = join(packageFolder, 'rules/control-tower/cfn-guard');
  const run = spawnSync(
    guard,
    ['validate', '--rules', rules, ...paths.flatMap(path => ['--data', path]), '--output-format', 'json', '--show-summary', 'none', '--structured'],
    { encoding: 'utf8', maxBuffer: 2 ** 30 });
  // 0: all rules pass; 19: some fail; anything else: it could not look.
  if (run.error || ![0, 19].includes(run.status)) fail(`cfn-guard ended with ${run.error ?? run.status}:\n${run.stderr}`);
  const results = JSON.parse(run.stdout);
  if (results.length !== paths.length) fail(`cfn-guard looked at ${results.length} of ${paths.length} templates.`);
  return results;
}

function rulesThatFail(results) {
  const failing = new Map();
  for (const result of results) {
    for (const { Rule: rule } of Object.values(result.not_compliant ?? [])) {
      const text = JSON.stringify(rule);
      const message = /\[(CT\.[A-Z0-9.]+)\]: (.*?)(\\n|")/.exec(text);
      const found = failing.get(rule.name) ?? { message: message ? `${message[1]}: ${message[2]}` : '', places: [] };
      const resources = new Set([...text.matchAll(/\/Resources\/(\w+)/g)].map(match => match[1]));
      for (const resource of resources) found.places.push(`${relative('.', result.name)}: ${resource}`);
      failing.set(rule.name, found);
    }
  }
  return failing;
}

function fail(message) {
  console.error(`second opinion: ${message}`);
  process.exit(1);
}

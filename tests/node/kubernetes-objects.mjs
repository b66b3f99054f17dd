// Checks Kubernetes objects, built in and custom ones, with the validators and types that kubernetes-models publishes.
// Reads { objects: [{ urn, object }] }; writes { checked, unknown: ["GROUP/VERSION KIND"],
// findings: ["URN: sentence"] }. An object of an unknown kind was not checked.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typecheck } from './src/typecheck.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const packages = ['kubernetes-models', ...readdirSync(join(modules, '@kubernetes-models')).map(name => `@kubernetes-models/${name}`)];

/** The file of a kind's class; undefined where nobody publishes one. */
const place = (apiVersion, kind) =>
  packages.map(name => `${name}/${apiVersion}/${kind}`).find(path => existsSync(join(modules, `${path}.js`)));

const { objects } = JSON.parse(readFileSync(0, 'utf8'));
const unknown = new Set();
const findings = [];
const calls = [];
for (const { urn, object } of objects) {
  const { apiVersion, kind, ...rest } = object;
  const file = place(apiVersion, kind);
  if (!file) {
    unknown.add(`${apiVersion} ${kind}`);
    continue;
  }
  calls.push({ owner: urn, file, name: kind, args: [rest] });
  try {
    new (await import(file))[kind](rest).validate();
  } catch (error) {
    findings.push(`${urn}: ${error.message}`);
  }
}
// The validators let unknown members pass; the types do not.
findings.push(...typecheck(here, calls));
process.stdout.write(JSON.stringify({ checked: calls.length, unknown: [...unknown].sort(), findings }));

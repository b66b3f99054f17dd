// Checks resources against the classes that Pulumi publishes on npm: an input that a class has not, a required one that
// is missing, a wrong kind of value at any depth, a type token that is no class's.
// Reads { resources: [{ urn, type, inputs }] }; writes { checked, findings: ["URN: sentence"] }.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, typecheck } from './src/typecheck.mjs';

const lower = text => text[0].toLowerCase() + text.slice(1);

/** The file and class of a token: aws:s3/bucket:Bucket is the class Bucket in s3/bucket. */
function place(type) {
  const provider = /^pulumi:providers:(\w+)$/.exec(type);
  if (provider) return { file: `@pulumi/${provider[1]}/provider`, name: 'Provider', token: `'${provider[1]}'` };
  const [name, module, member] = type.split(':');
  // Kubernetes: networking.k8s.io/v1:NetworkPolicy is in networking/v1/networkPolicy.
  const path = name === 'kubernetes' ? `${module.replace(/\..*(?=\/)/, '')}/${lower(member)}` : module;
  return { file: `@pulumi/${name}/${path.replace(/^index\//, '')}`, name: member, token: `'${type}'` };
}

/** A provider's inputs travel as text: what is no text is JSON in it. A kubeconfig is a text that may be JSON itself. */
const isJson = (key, value) => key !== 'kubeconfig' && /^(\[|\{|true$|false$)/.test(value);
const plain = (type, inputs) => !type.startsWith('pulumi:providers:') ? inputs : Object.fromEntries(
  Object.entries(inputs).map(([key, value]) => [key, isJson(key, value) ? JSON.parse(value) : value]));

const { resources } = JSON.parse(readFileSync(0, 'utf8'));
const findings = [];
const calls = [];
for (const { urn, type, inputs } of resources) {
  const { file, name, token } = place(type);
  const script = join(cache, 'node_modules', `${file}.js`);
  if (existsSync(script) && readFileSync(script, 'utf8').includes(`__pulumiType = ${token}`)) {
    calls.push({ owner: urn, file, name, args: ['x', plain(type, inputs)] });
  } else {
    findings.push(`${urn}: no class of ${file} has the type token ${type}.`);
  }
}
process.stdout.write(JSON.stringify({ checked: resources.length, findings: [...findings, ...typecheck(cache, calls)] }));

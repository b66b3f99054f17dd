// Evaluates requests against IAM policies. Reads [{ principal, action, resource, account, context, identity, boundary,
// resourcePolicy }], policies as JSON texts; writes ["Allowed" | "ExplicitlyDenied" | "ImplicitlyDenied", ..].
// An action, a resource or a policy that AWS does not know is an error: a request about nothing proves nothing.
import { readFileSync } from 'node:fs';
import { loadPolicy } from '@cloud-copilot/iam-policy';
import { runSimulation, runUnsafeSimulation } from '@cloud-copilot/iam-simulate';

// The evaluator that takes context as given forgets to name the resource policy, and then asks for its name.
const { prototype } = loadPolicy({ Version: '2012-10-17', Statement: [] }).constructor;
const { metadata } = prototype;
prototype.metadata = function () {
  return metadata.call(this) ?? { name: 'resource' };
};

const named = texts => texts.map((text, index) => ({ name: `policy-${index}`, policy: JSON.parse(text) }));
const evaluate = async request => {
  const simulation = {
    request: {
      principal: request.principal,
      action: request.action,
      resource: { resource: request.resource, accountId: request.account },
      contextVariables: request.context,
    },
    identityPolicies: named(request.identity),
    permissionBoundaryPolicies: request.boundary ? named([request.boundary]) : undefined,
    resourcePolicy: request.resourcePolicy ? JSON.parse(request.resourcePolicy) : undefined,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  };
  const checked = await runSimulation(simulation, {});
  if (checked.resultType === 'error') {
    throw new Error(`${request.action} on ${request.resource}: ${JSON.stringify(checked.errors)}`);
  }

  // The checking one drops every key that its data does not list for the action, GitHub's 'sub' among them.
  return runUnsafeSimulation(simulation, {});
};

const answers = [];
for (const request of JSON.parse(readFileSync(0, 'utf8'))) {
  answers.push(await evaluate(request));
}

process.stdout.write(JSON.stringify(answers));

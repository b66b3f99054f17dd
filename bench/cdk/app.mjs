// A CDK app with the resources of the graph that GRAPH names: one CfnResource for each, the cheapest construct there is,
// in stacks of at most 400 (CloudFormation takes 500).
import { readFileSync } from 'node:fs';
import { App, CfnResource, Stack } from 'aws-cdk-lib';

const Most = 400;
const graph = JSON.parse(readFileSync(process.env.GRAPH, 'utf8'));
const app = new App({ analyticsReporting: false });
const upper = text => text[0].toUpperCase() + text.slice(1);

/** aws:s3/bucket:Bucket becomes Strata::S3::Bucket. */
const typeOf = token => {
  const [, module, member] = token.split(':');
  return `Strata::${upper(module.split('/')[0].replace(/[^A-Za-z0-9]/g, ''))}::${member}`;
};

for (const { layer, resources } of graph.layers) {
  const real = resources.filter(resource => !resource.component && !resource.type.startsWith('pulumi:'));
  for (let start = 0; start < real.length; start += Most) {
    const stack = new Stack(app, `${graph.environment}-${layer}-${start / Most}`);
    for (const [index, { type, inputs }] of real.slice(start, start + Most).entries()) {
      new CfnResource(stack, `R${index}`, { type: typeOf(type), properties: inputs });
    }
  }
}
app.synth();

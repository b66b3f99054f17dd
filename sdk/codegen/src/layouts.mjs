// Where the two packages keep their classes, and how they differ.

class Layout {
  constructor(facts) {
    this.facts = facts;
  }

  under(root, module) {
    return module ? `${root}.${this.facts.namespace(module)}` : root;
  }

  /** A name as seen from a namespace: as short as it can be without the look-up going astray. */
  relative(home, name, from) {
    if (home === from) return name;
    return home.startsWith(`${from}.`) ? `${home.slice(from.length + 1)}.${name}` : `${home}.${name}`;
  }
}

class AwsLayout extends Layout {
  resources = module => this.under('Pulumi.Aws', module);
  args = resource => this.resources(resource.module);
  inputs = module => `${this.resources(module)}.Inputs`;
  outputs = module => `${this.resources(module)}.Outputs`;
  options = {
    attribute: 'AwsResourceType', resourceBase: 'global::Pulumi.CustomResource', sealedArgs: true, allRequired: false,
  };
}

class KubernetesLayout extends Layout {
  resources = module => this.under('Pulumi.Kubernetes', module);
  args = ({ module, isProvider }) => (isProvider ? this.resources(module) : this.inputs(module));
  inputs = module => this.under('Pulumi.Kubernetes.Types.Inputs', module || 'provider');
  outputs = module => this.under('Pulumi.Kubernetes.Types.Outputs', module || 'provider');
  options = {
    attribute: 'KubernetesResourceType', resourceBase: 'KubernetesResource', sealedArgs: false, allRequired: true,
  };
}

export const layouts = { aws: AwsLayout, kubernetes: KubernetesLayout };

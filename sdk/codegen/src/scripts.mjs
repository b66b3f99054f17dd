// Reads .js files for what declarations do not say: tokens, secrets, defaults, constants, aliases.

export class Scripts {
  #ts;

  constructor(ts) {
    this.#ts = ts;
  }

  #parse(path) {
    return this.#ts.createSourceFile(path, this.#ts.sys.readFile(path), this.#ts.ScriptTarget.Latest, true);
  }

  #visit(node, action) {
    action(node);
    this.#ts.forEachChild(node, child => this.#visit(child, action));
  }

  /** Token, inputs by wire name and default options of the resource class in a file. */
  resource(path, name) {
    const { ts } = this;
    const source = this.#parse(path);
    const node = source.statements.find(s => ts.isClassDeclaration(s) && s.name.text === name);
    const type = node.members.find(m => ts.isPropertyDeclaration(m) && m.name.text === '__pulumiType');
    const found = { token: type.initializer.text, inputs: new Map(), aliases: [], secretOutputs: [] };
    const required = new Set();
    this.#visit(node.members.find(ts.isConstructorDeclaration), n => {
      if (ts.isBinaryExpression(n) && n.left.getText().startsWith('resourceInputs[')) {
        const input = this.#input(n.left.argumentExpression.text, n.right.getText());
        if (input) found.inputs.set(input.name, input);
      } else if (ts.isStringLiteral(n) && n.text.startsWith('Missing required property')) {
        required.add(n.text.split("'")[1]);
      } else if (ts.isVariableDeclaration(n) && n.name.getText().endsWith('Opts')) {
        this.#options(n, found);
      }
    });
    for (const missing of required) found.inputs.get(missing).required = true;
    return found;
  }

  #options(declaration, found) {
    for (const { name, initializer } of declaration.initializer.properties) {
      if (name.text === 'aliases') {
        found.aliases = initializer.elements.map(e => e.properties.find(p => p.name.text === 'type').initializer.text);
      } else if (name.text === 'additionalSecretOutputs') {
        found.secretOutputs = initializer.elements.map(e => e.text);
      } else {
        throw new Error(`A default resource option this generator does not know: "${name.text}".`);
      }
    }
  }

  /** One assignment to a resource's inputs; nothing for outputs and for the state of a lookup. */
  #input(name, text) {
    if (text.startsWith('undefined') || text.startsWith('state?.')) return undefined;
    const input = { name, json: text.endsWith('.apply(JSON.stringify)'), secret: text.includes('pulumi.secret(') };
    const fallback = /\?\? (.+?)\)?(?:\.apply\(JSON\.stringify\))?$/.exec(text);
    if (fallback) input.default = this.#default(fallback[1]);
    else if (/^"[^"]*"$/.test(text)) input.constant = JSON.parse(text);
    else if (!text.includes(`.${name}`)) throw new Error(`An input this generator does not know: ${name} = ${text}`);
    return input;
  }

  #default(text) {
    const call = /^utilities\.(getEnv|getEnvBoolean|getEnvNumber)\((.*?)\)*$/.exec(text);
    if (call) return { call: call[1], variables: JSON.parse(`[${call[2]}]`) };
    return { literal: JSON.parse(text) };
  }

  /** Token that the function in a file invokes. */
  function(path) {
    const tokens = new Set();
    this.#visit(this.#parse(path), n => {
      if (!this.#ts.isCallExpression(n)) return;
      if (/^pulumi\.runtime\.invoke(Output)?$/.test(n.expression.getText())) tokens.add(n.arguments[0].text);
    });
    if (tokens.size !== 1) throw new Error(`"${path}" should invoke one function, found ${[...tokens].join(', ')}.`);
    return [...tokens][0];
  }

  /** Defaults of nested inputs: type name → wire name → default, from the xProvideDefaults functions of a file. */
  nestedDefaults(path) {
    const { ts } = this;
    const found = new Map();
    this.#visit(this.#parse(path), n => {
      if (!ts.isFunctionDeclaration(n) || !n.name.text.endsWith('ProvideDefaults')) return;
      const defaults = new Map();
      this.#visit(n.body, p => {
        if (!ts.isPropertyAssignment(p)) return;
        const fallback = /^\(val\.\w+\) \?\? (.+)$/.exec(p.initializer.getText());
        if (fallback) defaults.set(p.name.text, this.#default(fallback[1]));
      });
      found.set(n.name.text.slice(0, -'ProvideDefaults'.length), defaults);
    });
    return found;
  }

  get ts() {
    return this.#ts;
  }
}

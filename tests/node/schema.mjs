// Checks documents against JSON schemas. Reads { schema, documents: [..] }; writes [[errors of the first], ..].
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const { schema, documents } = JSON.parse(readFileSync(0, 'utf8'));
const Validator = String(schema.$schema ?? '').includes('2020-12') ? Ajv2020 : Ajv;
const ajv = new Validator({ allErrors: true, strict: false, validateFormats: true });
addFormats(ajv);
const validate = ajv.compile(schema);
const sentence = error => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`;
const errors = documents.map(document => (validate(document) ? [] : validate.errors.map(sentence)));
process.stdout.write(JSON.stringify(errors));

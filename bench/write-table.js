const fs = require('node:fs');

const BEGIN = '<!-- written by npm run bench -- --write -->\n';
const END = '<!-- end -->\n';

/** Puts the table of a run between the two marks of a document, with the day and the release of Node. */
exports.writeTable = (file, table) => {
  const text = fs.readFileSync(file, 'utf8');
  const begin = text.indexOf(BEGIN) + BEGIN.length;
  const end = text.indexOf(END);
  const day = new Date().toISOString().slice(0, 10);
  const run = `Run of ${day}, Node ${process.versions.node.split('.')[0]}:`;
  fs.writeFileSync(file, `${text.slice(0, begin)}\n${run}\n\n${table}\n${text.slice(end)}`);
};

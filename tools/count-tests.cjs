// Prints "N passed, N failed" from the JSON record of a vitest run, for .ci/run. CommonJS, so that any Node can run it.
//
//   node tools/count-tests.cjs RECORD EXIT-CODE
//
// A check that failed outside the tests (lint, types, a test file that does not load) counts as one failure each, so a run that
// went wrong never says "0 failed".
const { readFileSync } = require('node:fs');

const [recordPath, exitCode] = process.argv.slice(2);
const text = readFileSync(recordPath, 'utf8');
if (text === '') {
  console.log('The checks before the tests failed: the tests were not run.');
  console.log('0 passed, 1 failed');
} else {
  const record = JSON.parse(text);
  const unloadable = record.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = record.numFailedTests + unloadable;
  const failedElsewhere = failed === 0 && exitCode !== '0' ? 1 : 0;
  if (record.numPendingTests > 0) console.log(`${record.numPendingTests} skipped`);
  console.log(`${record.numPassedTests} passed, ${failed + failedElsewhere} failed`);
}

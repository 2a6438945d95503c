const { parse } = require('./wbadmin');
it('reads a failure', () => {
  const out = [
    'ERROR - The backup operation failed.',
    'Detailed error: The shadow copy provider had an error. (0x80042306)'
  ].join('\n');
  expect(parse(out).code).toBe('0x80042306');
});

// Written in plain CommonJS so that even a very old Node can run it and say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Hearsay needs Node 22.19 or newer, and this is ${process.versions.node}: run "npm ci" first (it brings Node 24 for the npm scripts), or install a newer Node.`,
  );
  process.exit(1);
}

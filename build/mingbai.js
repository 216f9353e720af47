#!/usr/bin/env node
// The way in. Written so that an old Node can read it and say what it lacks, before anything newer is loaded.
// biome-ignore-all lint/style/useTemplate: an old Node reads this file
// biome-ignore-all lint/suspicious/noVar: an old Node reads this file
var needed = [22, 12];
var need = needed.join('.');
var have = process.versions.node.split('.').map(Number);
if (have[0] > needed[0] || (have[0] === needed[0] && have[1] >= needed[1])) {
  import('node:module').then(module => {
    // Compiled code is kept between runs: a third of the time that a short command takes.
    module.enableCompileCache();
    return import('./main.js');
  });
} else {
  process.stderr.write(
    '明白需要 Node ' +
      need +
      ' 或更新的版本，现在运行的是 ' +
      process.versions.node +
      '。\n' +
      '在本项目的目录里请用“npm start”或“npx mingbai …”，它们自带合适的 Node。\n' +
      'Mingbai needs Node ' +
      need +
      ' or newer; this is ' +
      process.versions.node +
      '.\n' +
      'Inside the project use "npm start" or "npx mingbai …": they bring a Node that fits.\n',
  );
  process.exitCode = 2;
}

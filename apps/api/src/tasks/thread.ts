import { serveTasks } from '@cueline/thread-pool/serve';
import { tasks } from './index.js';

serveTasks(tasks);

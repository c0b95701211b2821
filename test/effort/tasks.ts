import { attendanceTasks } from './attendanceTasks';
import { caregiverTasks } from './caregiverTasks';
import type { Task } from './effort';

/** Every task that `npm run effort` tells the cost of. */
export const tasks: Task[] = [...caregiverTasks, ...attendanceTasks];

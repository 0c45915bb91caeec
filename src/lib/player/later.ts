import { finishedWay } from '#lib/scenario/finished-way.ts';
import BackLine from './BackLine.svelte';
import ClosingScreen from './ClosingScreen.svelte';
import ConflictDialog from './ConflictDialog.svelte';
import Debrief from './Debrief.svelte';
import Feedback from './Feedback.svelte';
import RateScale from './RateScale.svelte';
import ReaderDialog from './ReaderDialog.svelte';
import ScriptScreen from './ScriptScreen.svelte';
import StorySoFar from './StorySoFar.svelte';
import Task from './Task.svelte';
import TryingPage from './TryingPage.svelte';
import Writing from './Writing.svelte';

/** What a new learner does not need before the first decision: fetched while they read on. */
export const later = {
	BackLine,
	ClosingScreen,
	ConflictDialog,
	Debrief,
	Feedback,
	finishedWay,
	RateScale,
	ReaderDialog,
	ScriptScreen,
	StorySoFar,
	Task,
	TryingPage,
	Writing
};

CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`guest_id` text,
	`course` text NOT NULL,
	`module` text NOT NULL,
	`revision` text NOT NULL,
	`started_day` text NOT NULL,
	`is_current` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`guest_id`) REFERENCES `guests`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "attempts_one_owner" CHECK(("attempts"."person_id" is null) <> ("attempts"."guest_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_current_of_person` ON `attempts` (`person_id`,`course`,`module`) WHERE is_current = 1 and person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_current_of_guest` ON `attempts` (`guest_id`,`course`,`module`) WHERE is_current = 1 and guest_id is not null;--> statement-breakpoint
CREATE INDEX `attempts_person` ON `attempts` (`person_id`);--> statement-breakpoint
CREATE INDEX `attempts_guest` ON `attempts` (`guest_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`attempt_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`attempt_id`, `sequence`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`course` text NOT NULL,
	`due_day` text,
	`assigned_day` text NOT NULL,
	`assigned_by` text,
	`unreviewed_decision` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assigned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_person_course` ON `enrolments` (`person_id`,`course`);--> statement-breakpoint
CREATE INDEX `enrolments_assigned_by` ON `enrolments` (`assigned_by`);--> statement-breakpoint
CREATE TABLE `guests` (
	`id` text PRIMARY KEY NOT NULL,
	`started_day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`day` text NOT NULL,
	`module_title` text NOT NULL,
	`prompt` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `journal_person` ON `journal` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`display_name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`joined_day` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_login_unique` ON `people` (`login`);--> statement-breakpoint
CREATE TABLE `results` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`ending` text NOT NULL,
	`completed_at` text NOT NULL,
	`success` integer,
	`scaled` real,
	`revision` text NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`guest_id` text,
	`offered_guest_id` text,
	`remembered` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`guest_id`) REFERENCES `guests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`offered_guest_id`) REFERENCES `guests`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "sessions_one_owner" CHECK(("sessions"."person_id" is null) <> ("sessions"."guest_id" is null))
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_guest` ON `sessions` (`guest_id`);--> statement-breakpoint
CREATE INDEX `sessions_offered` ON `sessions` (`offered_guest_id`);--> statement-breakpoint
CREATE TABLE `setup_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text,
	`note` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `setup_links_person` ON `setup_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `site_settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

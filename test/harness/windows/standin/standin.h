#ifndef STANDIN_H
#define STANDIN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

/* Callers clean the environment, so the place of the answers is fixed. */
#define ROOT "C:\\fieldkit-standin\\"

/* Everything from a handle, with a zero behind it. */
char *read_all(HANDLE from, DWORD *size);
/* A file from the folder of this tool; NULL when it is not there. */
char *read_file(const char *name, DWORD *size);
void write_all(const char *bytes, DWORD size);
void say(const char *text);
void log_line(const char *state);
/* Splits at a character, in place; returns what follows. */
char *cut(char *text, char at);
/* A negative time stands for ever. */
void wait_for(const char *ms);

/* Plays the PowerShell that our own script runs in. */
int play_host(void);
/* Plays Windows' question for rights; what is to be started is told as JSON. */
int play_elevation(const char *told);
/* The text of a JSON member as it stands, escapes and all. */
char *member(const char *object, const char *name);
/* The answer to a registry question, as the script would give it. */
void answer_registry(const char *hive, const char *path, int recurse);

#endif

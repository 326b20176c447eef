/*
 * What Windows does when it is asked for administrator rights: main/os/elevation/launch.ts is the
 * other end. The answer of the person is in the file `consent`: yes, no, silence, or forged, which
 * stands for somebody who answers in the place of the elevated side with the bytes of `forged`.
 */
#include "standin.h"

static void say_number(const char *kind, DWORD number) {
  char line[64];
  snprintf(line, sizeof line, "fieldkit:elevate:%s:%lu:end\r\n", kind, number);
  say(line);
  fflush(stdout);
}

/* The text of a member without its escapes: paths have doubled backslashes. */
static char *plain(char *text) {
  char *to = text;
  for (char *at = text; *at; at += 1) {
    if (*at == '\\' && at[1]) at += 1;
    *to++ = *at;
  }
  *to = 0;
  return text;
}

static void write_own(const char *name, const char *text) {
  char path[MAX_PATH];
  snprintf(path, sizeof path, ROOT "powershell.exe\\%s", name);
  FILE *file = fopen(path, "wb");
  fwrite(text, 1, strlen(text), file);
  fclose(file);
}

static void forge(const char *folder, const char *arguments) {
  char path[MAX_PATH];
  const char *reply = strstr(arguments, "--reply=") + 8;
  DWORD size = 0;
  char *bytes = read_file("forged", &size);
  snprintf(path, sizeof path, "%s\\handover", folder);
  CreateDirectoryA(path, NULL);
  snprintf(path, sizeof path, "%s\\handover\\%.32s", folder, reply);
  CreateDirectoryA(path, NULL);
  snprintf(path, sizeof path, "%s\\handover\\%.32s\\reply.json", folder, reply);
  FILE *file = fopen(path, "wb");
  fwrite(bytes, 1, size, file);
  fclose(file);
}

int play_elevation(const char *told) {
  static char line[32768];
  char *consent = read_file("consent", NULL), *sid = read_file("sid", NULL);
  char *level = read_file("level", NULL);
  char *file = plain(member(told, "file")), *arguments = plain(member(told, "arguments"));
  char *folder = plain(member(told, "folder"));
  log_line("elevating");
  if (!consent || strcmp(consent, "no") == 0) {
    say_number("error", 1223);
    return 0;
  }
  if (strcmp(consent, "yes") != 0) {
    if (strcmp(consent, "forged") == 0) forge(folder, arguments);
    say_number("started", 0);
    Sleep(strcmp(consent, "silence") == 0 ? INFINITE : 2000);
    say_number("ended", 0);
    return 0;
  }
  /* Whoever agrees is another account, and the elevated program asks as that one. */
  write_own("level", "admin");
  write_own("sid", "S-1-5-21-9-9-9-500");
  STARTUPINFOA start = {.cb = sizeof start};
  PROCESS_INFORMATION process;
  DWORD code = 0;
  snprintf(line, sizeof line, "\"%s\" %s --reader=%s", file, arguments, sid);
  if (CreateProcessA(NULL, line, NULL, NULL, FALSE, 0, NULL, folder, &start, &process)) {
    say_number("started", 0);
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    say_number("ended", code);
  } else {
    say_number("error", GetLastError());
  }
  write_own("level", level);
  write_own("sid", sid);
  return 0;
}

/* The other end of the protocol in main/os/powershell/script.ts. */
#include "standin.h"

char *member(const char *object, const char *name) {
  char key[64];
  snprintf(key, sizeof key, "\"%s\":", name);
  const char *at = strstr(object, key);
  if (!at) return _strdup("");
  at += strlen(key);
  const char *end = at;
  if (*at == '"')
    for (end = ++at; *end && *end != '"'; end += 1) end += *end == '\\' && end[1];
  else
    while (*end && !strchr(",}]", *end)) end += 1;
  char *text = calloc(end - at + 1, 1);
  memcpy(text, at, end - at);
  return text;
}

/* Lines of: question, milliseconds, file with "ok:…" or "error:…". */
static void answer_recorded_question(const char *question) {
  char *line = read_file("questions", NULL);
  while (line && *line) {
    char *next = cut(line, '\n'), *ms = cut(line, '\t'), *file = cut(ms, '\t');
    if (strcmp(line, question) == 0) {
      DWORD size = 0;
      wait_for(ms);
      char *bytes = read_file(file, &size);
      if (bytes) write_all(bytes, size);
      return;
    }
    line = next;
  }
  say("error:the stand-in was not told");
}

static int rank(const char *level) {
  return strcmp(level, "system") == 0 ? 2 : strcmp(level, "admin") == 0 ? 1 : 0;
}

static void answer(const char *question, int full, const char *level, const char *sid) {
  static char key[8192];
  char *kind = member(question, "kind"), *rights = member(question, "rights");
  if (!full && strcmp(kind, "cim") != 0) {
    say("error:unsupported");
  } else if (rank(rights) > rank(level)) {
    /* A script that cannot tell as whom it runs asks all the same, and Windows refuses. */
    say(full ? "error:needs-" : "error:HRESULT 0x80041003,GetCimInstanceCommand");
    if (full) say(rights);
  } else if (strcmp(kind, "self") == 0) {
    snprintf(key, sizeof key, "ok:[{\"level\":\"%s\",\"sid\":\"%s\"}]", level, sid);
    say(key);
  } else if (strcmp(kind, "registry") == 0) {
    char *recurse = member(question, "recurse");
    answer_registry(member(question, "hive"), member(question, "path"), strcmp(recurse, "true") == 0);
  } else {
    char *place = member(question, strcmp(kind, "cim") == 0 ? "namespace" : "channel");
    snprintf(key, sizeof key, "%s|%s", place, member(question, "query"));
    answer_recorded_question(key);
  }
}

int play_host(void) {
  char *ms = read_file("start-ms", NULL), *mode = read_file("mode", NULL);
  char *level = read_file("level", NULL), *sid = read_file("sid", NULL);
  char *questions = read_all(GetStdHandle(STD_INPUT_HANDLE), NULL);
  char line[128];
  if (strncmp(questions, "{\"file\":", 8) == 0) return play_elevation(questions);
  log_line("hosting");
  wait_for(ms);
  snprintf(line, sizeof line, "fieldkit:mode:%s:end\r\n", mode);
  say(line);
  for (char *at = strstr(questions, "{\"nr\":"); at;) {
    char *next = strstr(at + 1, "{\"nr\":");
    if (next) next[-1] = 0;
    snprintf(line, sizeof line, "fieldkit:%s:", member(at, "nr"));
    say(line);
    answer(at, strcmp(mode, "FullLanguage") == 0, level, sid);
    say(":end\r\n");
    fflush(stdout);
    at = next;
  }
  return 0;
}

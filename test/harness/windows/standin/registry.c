/* Reads the true registry of this Windows, and writes it as our script does. */
#include "standin.h"

static int rows;

static void say_wide(const wchar_t *text, DWORD count) {
  static char out[8];
  for (DWORD nr = 0; nr < count; nr += 1) {
    wchar_t letter = text[nr];
    if (letter == '"' || letter == '\\') snprintf(out, sizeof out, "\\%c", (char)letter);
    else if (letter >= ' ' && letter <= '~') snprintf(out, sizeof out, "%c", (char)letter);
    else snprintf(out, sizeof out, "\\u%04x", letter);
    say(out);
  }
}

static void begin_row(void) { say(rows++ ? ",{" : "{"); }

static void say_data(DWORD type, const BYTE *data, DWORD size) {
  char part[32];
  const wchar_t *text = (const wchar_t *)data;
  DWORD count = size / sizeof *text;
  unsigned long long number = 0;
  switch (type) {
    case REG_SZ:
    case REG_EXPAND_SZ:
      say_wide(text, (DWORD)wcsnlen(text, count));
      break;
    case REG_MULTI_SZ:
      for (DWORD at = 0; at < count && text[at]; at += (DWORD)wcslen(text + at) + 1) {
        if (at) say("\\\\0");
        say_wide(text + at, (DWORD)wcslen(text + at));
      }
      break;
    case REG_DWORD:
    case REG_QWORD:
      memcpy(&number, data, size < sizeof number ? size : sizeof number);
      snprintf(part, sizeof part, "0x%llx", number);
      say(part);
      break;
    default:
      for (DWORD at = 0; at < size; at += 1) {
        snprintf(part, sizeof part, "%02X", data[at]);
        say(part);
      }
  }
}

static void say_values(HKEY key) {
  static wchar_t name[16384];
  for (DWORD nr = 0;; nr += 1) {
    DWORD letters = 16384, size = 0, type = 0;
    if (RegEnumValueW(key, nr, name, &letters, NULL, &type, NULL, &size)) return;
    BYTE *data = calloc(size + 4, 1);
    letters = 16384;
    if (RegEnumValueW(key, nr, name, &letters, NULL, &type, data, &size)) return;
    char kind[48];
    begin_row();
    say("\"name\":\"");
    say_wide(name, letters);
    snprintf(kind, sizeof kind, "\",\"kind\":%d,\"data\":\"", type == REG_NONE ? -1 : (int)type);
    say(kind);
    say_data(type, data, size);
    say("\"}");
    free(data);
  }
}

static void say_key(const wchar_t *path) {
  begin_row();
  say("\"key\":\"");
  say_wide(path, (DWORD)wcslen(path));
  say("\"}");
}

static void walk(HKEY key, const wchar_t *path, int recurse) {
  say_key(path);
  say_values(key);
  for (DWORD nr = 0;; nr += 1) {
    wchar_t name[256], below[4096];
    DWORD letters = 256;
    if (RegEnumKeyExW(key, nr, name, &letters, NULL, NULL, NULL, NULL)) return;
    swprintf(below, 4096, L"%ls\\%ls", path, name);
    HKEY child;
    if (!recurse) say_key(below);
    else if (RegOpenKeyExW(key, name, 0, KEY_READ | KEY_WOW64_64KEY, &child) == 0) {
      walk(child, below, recurse);
      RegCloseKey(child);
    }
  }
}

/* Undoes the escapes of JSON; ours uses these two kinds only. */
static void unescape(const char *from, wchar_t *to) {
  while (*from) {
    if (*from != '\\') *to++ = *from++;
    else if (from[1] == 'u') {
      char digits[5] = {from[2], from[3], from[4], from[5], 0};
      *to++ = (wchar_t)strtol(digits, NULL, 16);
      from += 6;
    } else {
      *to++ = from[1];
      from += 2;
    }
  }
  *to = 0;
}

void answer_registry(const char *hive, const char *path, int recurse) {
  static const struct { const char *hive; HKEY root; const wchar_t *name; } roots[] = {
    {"HKLM", HKEY_LOCAL_MACHINE, L"HKEY_LOCAL_MACHINE"},
    {"HKU", HKEY_USERS, L"HKEY_USERS"},
    {"HKCU", HKEY_CURRENT_USER, L"HKEY_CURRENT_USER"},
  };
  int at = 0;
  wchar_t below[2048], whole[4096];
  HKEY key;
  unescape(path, below);
  while (at < 2 && strcmp(hive, roots[at].hive) != 0) at += 1;
  if (RegOpenKeyExW(roots[at].root, below, 0, KEY_READ | KEY_WOW64_64KEY, &key)) {
    say("error:missing");
    return;
  }
  swprintf(whole, 4096, L"%ls\\%ls", roots[at].name, below);
  rows = 0;
  say("ok:[");
  walk(key, whole, recurse);
  say("]");
  RegCloseKey(key);
}

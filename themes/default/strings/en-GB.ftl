# British English

language-name = British English

"""What the folder holds: articles, the editor's files, the settings, all read and checked."""
